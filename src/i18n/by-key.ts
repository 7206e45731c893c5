type Table = Readonly<Record<string, string>>;

/**
 * A translation by its keys. The build writes it as a list of texts in the order of the English keys, `null` where this
 * language has no such plural form, and an object of forms that English has not (`scripts/vite/message-lists.ts`).
 */
export function byKey<Messages extends Table>(english: Table, translated: Messages | readonly unknown[]): Messages {
  if (!Array.isArray(translated)) return translated as Messages;
  const list: readonly unknown[] = translated;
  const keys = Object.keys(english);
  const own = list[keys.length] as Table | undefined;
  return { ...Object.fromEntries(keys.map((key, i) => [key, list[i]])), ...own } as Messages;
}
