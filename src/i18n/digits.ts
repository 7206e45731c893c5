/** What stands in a left-to-right isolate is a name or a symbol from another script; it keeps its digits. */
const ISOLATE_OR_DIGIT = /\u2066[^\u2069]*\u2069|[\d%]/g;

/** Messages with the digits and percent signs typed in them as the locale writes them. */
export function inDigitsOf<Table extends Readonly<Record<string, string>>>(locale: string, messages: Table): Table {
  const { numberingSystem } = new Intl.NumberFormat(locale).resolvedOptions();
  if (numberingSystem === 'latn') return messages;
  const digits = new Intl.NumberFormat(locale, { useGrouping: false });
  const percent = new Intl.NumberFormat(locale, { style: 'percent' })
    .formatToParts(1)
    .find(({ type }) => type === 'percentSign')!.value;
  const local = (found: string) =>
    found.length > 1 ? found : found === '%' ? percent : digits.format(Number(found));
  const entries = Object.entries(messages).map(([key, text]) => [key, text.replace(ISOLATE_OR_DIGIT, local)]);
  return Object.fromEntries(entries) as Table;
}
