/** A data file as text, or why it cannot be read. */
export type ParsedFile = { ok: true; data: unknown } | { ok: false; problem: string };

const STRINGS_AND_KEYS = /"(?:[^"\\]|\\.)*"(\s*:)?/g;

function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const children: unknown[] = Object.values(value);
  const own = Array.isArray(value) ? 0 : children.length;
  return children.reduce<number>((sum, child) => sum + countKeys(child), own);
}

/**
 * JSON.parse keeps the last of two equal keys without a word; a pasted line must not replace a number like that. In
 * valid JSON a string followed by a colon is a key, so more of them than the parsed data has means that one was lost.
 */
export function parseDataFile(text: string): ParsedFile {
  try {
    const data: unknown = JSON.parse(text);
    const keys = [...text.matchAll(STRINGS_AND_KEYS)].filter((match) => match[1] !== undefined).length;
    if (keys > countKeys(data)) return { ok: false, problem: 'a key stands twice in one object' };
    return { ok: true, data };
  } catch (error) {
    return { ok: false, problem: `is not JSON: ${(error as Error).message}` };
  }
}
