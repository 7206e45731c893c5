/** Text that is not JSON, and where. */
export class JsonProblem extends Error {
  constructor(
    readonly offset: number,
    readonly expected: string,
  ) {
    super(`expected ${expected}`);
  }
}

/** Deeper nesting is refused before the stack runs out. */
const DEEPEST = 50;

const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

/**
 * Reads JSON piece by piece and knows where it is. `JSON.parse` would read all at once, and does not say everywhere
 * where it stopped. Every method throws `JsonProblem` where the text is something else.
 */
export class JsonReader {
  offset = 0;

  constructor(private readonly text: string) {}

  /** Goes past spaces, and past the character if it stands there. */
  take(character: string): boolean {
    this.skip();
    if (this.text[this.offset] !== character) return false;
    this.offset += 1;
    return true;
  }

  need(character: string): void {
    if (!this.take(character)) throw this.problem(`"${character}"`);
  }

  /** A member's name with its colon. */
  name(): string {
    this.skip();
    const found = this.match(STRING);
    if (found === null) throw this.problem('a name in quotes');
    this.need(':');
    this.skip();
    return JSON.parse(found) as string;
  }

  value(depth = 0): unknown {
    if (depth > DEEPEST) throw this.problem('less nesting');
    if (this.take('[')) return this.items(depth);
    if (this.take('{')) return this.members(depth);
    const found = this.match(STRING) ?? this.match(NUMBER) ?? this.match(WORD);
    if (found === null) throw this.problem('a value');
    return JSON.parse(found);
  }

  end(): void {
    this.skip();
    if (this.offset < this.text.length) throw this.problem('nothing more');
  }

  problem(expected: string): JsonProblem {
    return new JsonProblem(this.offset, expected);
  }

  private items(depth: number): unknown[] {
    const items: unknown[] = [];
    if (this.take(']')) return items;
    do items.push(this.value(depth + 1));
    while (this.take(','));
    this.need(']');
    return items;
  }

  /** Own properties alone: a member named `__proto__` is one like any other. */
  private members(depth: number): object {
    const entries: [string, unknown][] = [];
    if (this.take('}')) return {};
    do entries.push([this.name(), this.value(depth + 1)]);
    while (this.take(','));
    this.need('}');
    return Object.fromEntries(entries);
  }

  skip(): void {
    this.match(SPACE);
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.offset;
    const [found] = pattern.exec(this.text) ?? [];
    if (found === undefined) return null;
    this.offset += found.length;
    return found;
  }
}
