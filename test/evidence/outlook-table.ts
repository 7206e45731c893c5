import type { Inputs } from '../../src/evidence/inputs.js';
import type { MaintenanceOutlook, Outlook } from '../../src/evidence/outlook.js';
import table from './outlook-table.json';

/** One of the 72 rows of the table, its lists of responses put in, and what tells the reader of a test which it is. */
export interface TableRow {
  readonly title: string;
  readonly inputs: Inputs;
  readonly options: readonly Fields[];
  readonly adverseEvents: readonly Fields[];
  readonly maintenance: Fields | null;
  /** A set: the order of notes is not part of the rule. */
  readonly notes: readonly string[];
}

type Fields = Record<string, unknown>;

/** Fields of a published response that the table leaves out, since nothing was pooled here. */
const ONLY_POOLED = { marginal: null, prediction: null, heterogeneity: null };

const lists: Record<string, Fields[]> = table.responses;

const responses = (key: unknown) =>
  key === null ? [] : lists[key as string]!.map((row) => ({ ...row, ...ONLY_POOLED }));

const withResponses = (row: Fields) => ({ ...row, responses: responses(row['responses']) });

export const rows: readonly TableRow[] = table.rows.map(({ inputs, options, ...row }) => ({
  ...row,
  title: Object.values(inputs).join(', '),
  inputs: inputs as Inputs,
  options: options.map((option) => ({
    ...withResponses(option),
    alsoRelevant: (option.alsoRelevant as Fields[]).map(withResponses),
  })),
}));

/** The table writes calculated numbers with 12 significant digits; the last of them may differ by one. */
const TOLERANCE = 1e-11;

/**
 * Where an outlook departs from its row: the path, what is there and what should be. Numbers from a source are compared
 * to the digit, calculated ones to 1e-11 of their size. `without` of an option and `context` of maintenance are not
 * in the table.
 */
export function differences(outlook: Outlook, row: TableRow): string[] {
  const { inputs, options, adverseEvents, maintenance, notes } = outlook;
  return [
    ...compare(inputs, row.inputs, 'inputs'),
    ...compare(options.map(({ without: _, ...option }) => option), row.options, 'options'),
    ...compare(adverseEvents, row.adverseEvents, 'adverseEvents'),
    ...compare(maintenance && withoutContext(maintenance), row.maintenance, 'maintenance'),
    ...compare(notes.map(({ code }) => code).sort(), [...row.notes].sort(), 'notes'),
  ];
}

const withoutContext = ({ context: _, ...maintenance }: MaintenanceOutlook) => maintenance;

function compare(actual: unknown, expected: unknown, path: string, calculated = false): string[] {
  if (!isCompound(actual) || !isCompound(expected)) {
    return isSame(actual, expected, calculated) ? [] : [`${path}: ${print(actual)}, expected ${print(expected)}`];
  }
  const keys = new Set([...Object.keys(actual), ...Object.keys(expected)]);
  return [...keys].flatMap((key) => {
    const at = `${path}.${key}`;
    return compare(actual[key], expected[key], at, isCalculated(at, expected));
  });
}

/** No source prints an interval for side effects, for an arm of the maintenance trial, or for nobody out of 52. */
function isCalculated(path: string, { intervalFrom }: Fields): boolean {
  const isLimit = /\.(low|high)$/.test(path);
  const ofCount = /^(adverseEvents|maintenance\.arms)\./.test(path) || intervalFrom === 'calculated';
  return path.endsWith('.ifDropoutsFailed') || (isLimit && ofCount);
}

const isCompound = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

function isSame(actual: unknown, expected: unknown, calculated: boolean): boolean {
  if (!calculated || typeof actual !== 'number' || typeof expected !== 'number') return Object.is(actual, expected);
  return Math.abs(actual - expected) <= TOLERANCE * Math.abs(expected);
}

const print = (value: unknown) => JSON.stringify(value) ?? 'undefined';
