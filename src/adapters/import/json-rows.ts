import { JsonReader } from './json-reader.js';

/** A row of data with the place of the row and of its fields. */
export interface PlacedRow {
  readonly value: unknown;
  readonly offset: number;
  /** Offsets of the values of the row's own fields. */
  readonly fields: ReadonlyMap<string, number>;
}

/** A part of the text that is no row and has nothing wrong: time may have passed. */
export interface Passed {
  readonly passed: true;
  readonly offset: number;
}

/** The members of an object that can hold the rows: as the element's `studies` has them, or as counts.json. */
const ROWS: readonly string[] = ['studies', 'repigmentation'];

/**
 * The rows of a JSON text, one at a time: an array, or an object that has one as `studies` or `repigmentation`.
 *
 * @throws JsonProblem where the text is not JSON or has no rows; the rows before have been given
 */
export function* jsonRows(text: string): Generator<PlacedRow | Passed, void, undefined> {
  const reader = new JsonReader(text);
  if (reader.take('[')) yield* rows(reader);
  else if (reader.take('{')) yield* rowsOfObject(reader);
  else throw reader.problem('an array of rows');
  reader.end();
}

function* rowsOfObject(reader: JsonReader): Generator<PlacedRow | Passed, void, undefined> {
  let found = false;
  if (!reader.take('}')) {
    do {
      if (ROWS.includes(reader.name()) && reader.take('[')) {
        found = true;
        yield* rows(reader);
      } else {
        for (const offset of reader.pass()) yield { passed: true, offset };
      }
    } while (reader.take(','));
    reader.need('}');
  }
  if (!found) throw reader.problem('"studies" with an array of rows');
}

function* rows(reader: JsonReader): Generator<PlacedRow, void, undefined> {
  if (reader.take(']')) return;
  do yield row(reader);
  while (reader.take(','));
  reader.need(']');
}

function row(reader: JsonReader): PlacedRow {
  reader.skip();
  reader.startRow();
  const { offset } = reader;
  const fields = new Map<string, number>();
  if (!reader.take('{')) return { value: reader.value(1), offset, fields };
  const entries: [string, unknown][] = [];
  if (!reader.take('}')) {
    do {
      const name = reader.name();
      fields.set(name, reader.offset);
      entries.push([name, reader.value(2)]);
    } while (reader.take(','));
    reader.need('}');
  }
  return { value: Object.fromEntries(entries), offset, fields };
}
