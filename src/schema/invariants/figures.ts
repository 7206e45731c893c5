import type { Caution, Erratum, NotPublished } from '../errata.js';
import { issue, type Issue } from '../issue.js';
import { forEachRecord, type Checker } from './checker.js';

type Explained = Erratum | NotPublished | Caution;

/** The texts of a record, without its id and its `figures`. */
function textsOf({ id: _, figures: __, ...record }: Explained): string {
  const { external, ...texts }: Partial<Erratum> & typeof record = record;
  return [...Object.values(texts).flat(), external?.says].filter((value) => typeof value === 'string').join('\n');
}

/** Numbers that stand alone: the 40 of "40.0 %" and of "n(40)", not that of "E40". */
const numbersIn = (text: string) => new Set((text.match(/(?<![\w.])\d+(?:\.\d+)?/g) ?? []).map(Number));

/** Each figure of an explanation stands in the texts of the same record: a number as a number, a name as written. */
function checkFigures(record: Explained): Issue[] {
  const texts = textsOf(record);
  const numbers = numbersIn(texts);
  return Object.entries(record.figures ?? {}).flatMap(([name, value]) => {
    const isTold = typeof value === 'number' ? numbers.has(value) : texts.includes(value);
    return isTold ? [] : [issue('figure-not-in-record', ['figures', name], { value })];
  });
}

export const figuresStandInRecords: Checker = ({ errata, notPublished, cautions }) => [
  ...forEachRecord('errata', errata, checkFigures),
  ...forEachRecord('notPublished', notPublished, checkFigures),
  ...forEachRecord('cautions', cautions, checkFigures),
];
