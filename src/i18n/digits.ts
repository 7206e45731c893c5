/**
 * What keeps its digits: the name of a value, and what stands in a left-to-right isolate, a name or a symbol from
 * another script. Then the signs to be written as the locale does.
 */
const KEPT_OR_SIGN = /\{\w+\}|\u2066[^\u2069]*\u2069|[\d%]/g;

/** Writes the digits and percent signs that are typed in a message as the locale does. */
export function digitsOf(locale: string): (message: string) => string {
  const { numberingSystem } = new Intl.NumberFormat(locale).resolvedOptions();
  if (numberingSystem === 'latn') return (message) => message;
  const digits = new Intl.NumberFormat(locale, { useGrouping: false });
  const percent = new Intl.NumberFormat(locale, { style: 'percent' })
    .formatToParts(1)
    .find(({ type }) => type === 'percentSign')!.value;
  const inLocale = (sign: string) => (sign === '%' ? percent : digits.format(Number(sign)));
  return (message) => message.replace(KEPT_OR_SIGN, (found) => (found.length > 1 ? found : inLocale(found)));
}
