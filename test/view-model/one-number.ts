/** Readings of rendered words, for tests that ask whether all of them show the same number. */

/** A proportion as a whole number of 100, half up, worked out in whole numbers on its decimal digits. */
export function wholePercent(proportion: number): number {
  const digits = BigInt(proportion.toFixed(15).replace('.', ''));
  return Number((digits * 100n + 500_000_000_000_000n) / 1_000_000_000_000_000n);
}

/** Every number in a text, with what stands to it as a thousands separator taken out. */
export function numbersIn(text: string): number[] {
  return [...text.replace(/(\d),(?=\d{3})/g, '$1').matchAll(/\d+(\.\d+)?/g)].map(([number]) => Number(number));
}

/** Every number in a text of another language, read by the digits and separators that its region writes. */
export function numbersInLocale(text: string, locale: string): number[] {
  const digits = [...new Intl.NumberFormat(locale, { useGrouping: false }).format(9876543210)].reverse();
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.8);
  const sign = (type: string) => parts.find((part) => part.type === type)!.value;
  const latin = [...text].map((char) => (digits.includes(char) ? String(digits.indexOf(char)) : char)).join('');
  const [group, decimal] = [sign('group'), sign('decimal')].map((char) => char.replace('.', '\\.'));
  const ungrouped = latin.replace(new RegExp(`(\\d)${group}(?=\\d{3})`, 'g'), '$1');
  const found = ungrouped.match(new RegExp(`\\d+(?:${decimal}\\d+)?`, 'g')) ?? [];
  return found.map((number) => Number(number.replace(/\D/, '.')));
}

/** Every string within a value, at any depth. */
export function textsWithin(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsWithin) : [];
}
