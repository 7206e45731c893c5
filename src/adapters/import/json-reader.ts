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

/** A value of a row, arrays and objects with all their members counted, has fewer parts. */
const MOST_VALUES = 10_000;

/** One expression for a whole string would exhaust the stack on a long one. */
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPES = /(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})){1,1000}/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

/**
 * Reads JSON piece by piece and knows where it is. `JSON.parse` would read all at once, and does not say everywhere
 * where it stopped. Every method throws `JsonProblem` where the text is something else.
 */
export class JsonReader {
  offset = 0;
  private values = 0;

  constructor(private readonly text: string) {}

  /** Goes past spaces, and past the character if it stands there. */
  take(character: string): boolean {
    if (!this.stands(character)) return false;
    this.offset += 1;
    return true;
  }

  private stands(character: string): boolean {
    this.skip();
    return this.text[this.offset] === character;
  }

  need(character: string): void {
    if (!this.take(character)) throw this.problem(`"${character}"`);
  }

  /** A member's name with its colon. */
  name(): string {
    this.skip();
    const found = this.string();
    if (found === null) throw this.problem('a name in quotes');
    this.need(':');
    this.skip();
    return JSON.parse(found) as string;
  }

  value(depth = 0): unknown {
    if (depth > DEEPEST) throw this.problem('less nesting');
    if (++this.values > MOST_VALUES) throw this.problem('a smaller row');
    if (this.take('[')) return this.items(depth);
    if (this.take('{')) return this.members(depth);
    return JSON.parse(this.simple()) as unknown;
  }

  /** Before a new row: what is counted is the parts of one. */
  startRow(): void {
    this.values = 0;
  }

  /** Goes past a value that is of no use and can be as long as the text; yields where it is after each part. */
  *pass(): Generator<number, void, undefined> {
    const closers: string[] = [];
    for (;;) {
      const closer = this.take('[') ? ']' : this.take('{') ? '}' : null;
      if (closer === null) this.simple();
      else if (closers.push(closer) > DEEPEST) throw this.problem('less nesting');
      else if (!this.stands(closer)) {
        if (closer === '}') this.name();
        continue;
      }
      yield this.offset;
      while (closers.length && this.take(closers.at(-1)!)) closers.pop();
      if (closers.length === 0) return;
      this.need(',');
      if (closers.at(-1) === '}') this.name();
    }
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

  /** A string, number or word as it stands. */
  private simple(): string {
    const found = this.string() ?? this.match(NUMBER) ?? this.match(WORD);
    if (found === null) throw this.problem('a value');
    return found;
  }

  /** A string with its quotes; where there is none, nothing has been passed. */
  private string(): string | null {
    const start = this.offset;
    if (this.text[start] !== '"') return null;
    this.offset += 1;
    do this.match(PLAIN);
    while (this.match(ESCAPES) !== null);
    if (this.text[this.offset] === '"') return this.text.slice(start, ++this.offset);
    this.offset = start;
    return null;
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.offset;
    const [found] = pattern.exec(this.text) ?? [];
    if (found === undefined) return null;
    this.offset += found.length;
    return found;
  }
}
