import * as z from 'zod/mini';
import { buildCore } from '../src/evidence/build-core.js';
import { buildDetails, type DataChange } from '../src/evidence/details.js';
import { packCounts } from '../src/evidence/packed-counts.js';
import { countRowInput } from '../src/schema/count-row-input.js';
import { evidence as evidenceSchema } from '../src/schema/evidence.js';
import { formatIssue } from '../src/schema/format-issue.js';
import type { Evidence } from '../src/schema/index.js';
import { outlook } from '../src/schema/outlook.js';
import { canonicalJson } from './canonical-json.js';
import { compileEvidence, FILES, type FileIssue, type FileName } from './compile.js';
import { readChangelog } from './read-changelog.js';
import { parseDataFile } from './read-json.js';

/** Reads a file of the data folder by name, `null` when it is not there. */
export type ReadFile = (fileName: string) => string | null;
export type Built = { ok: true; outputs: Record<string, string> } | { ok: false; problems: string[] };

const schemaText = (schema: z.core.$ZodType, io: 'input' | 'output', title: string) =>
  `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io }) }, null, 1)}\n`;

function outputsOf(evidence: Evidence, changes: readonly DataChange[]): Record<string, string> {
  return {
    'evidence.json': `${canonicalJson(evidence)}\n`,
    'core.json': `${canonicalJson(buildCore(evidence))}\n`,
    'details.json': `${canonicalJson(buildDetails(evidence, changes))}\n`,
    'packed-counts.json': `${JSON.stringify(packCounts(evidence))}\n`,
    'changes.json': `${canonicalJson(changes)}\n`,
    'schema/evidence.schema.json': schemaText(evidenceSchema, 'output', 'Evidence'),
    'schema/count-row.schema.json': schemaText(countRowInput, 'input', 'CountRow'),
    'schema/outlook.schema.json': schemaText(outlook, 'output', 'Outlook'),
  };
}

type Keyed = Record<string | number, unknown>;

/** The id of the innermost record on the path: a number in a path is hard to count to. */
function recordName(data: unknown, path: readonly (string | number)[]): string {
  let name = '';
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) break;
    value = (value as Keyed)[key];
    const { id, study } = (value ?? {}) as Keyed;
    name = typeof id === 'string' ? id : typeof study === 'string' ? study : name;
  }
  return name && ` (${name})`;
}

const describe = ({ file, issue }: FileIssue, data: Record<FileName, unknown>) =>
  `${file}.json: ${formatIssue(issue)}${recordName(data[file], issue.path)}`;

/** All generated files of the data folder by name, or a line for each thing that is wrong. */
export function buildOutputs(readFile: ReadFile): Built {
  const problems: string[] = [];
  const data: Record<string, unknown> = {};
  for (const name of Object.keys(FILES)) {
    const text = readFile(`${name}.json`);
    const parsed = text === null ? { ok: false as const, problem: 'is missing' } : parseDataFile(text);
    if (parsed.ok) data[name] = parsed.data;
    else problems.push(`${name}.json: ${parsed.problem}`);
  }
  if (problems.length > 0) return { ok: false, problems };
  const files = data as Record<FileName, unknown>;
  const compiled = compileEvidence(files);
  if (!compiled.ok) return { ok: false, problems: compiled.issues.map((found) => describe(found, files)) };
  const changes = readChangelog(readFile('CHANGELOG.md') ?? '');
  if (!isAbout(compiled.evidence, changes)) return { ok: false, problems: [WRONG_CHANGELOG] };
  return { ok: true, outputs: outputsOf(compiled.evidence, changes) };
}

const WRONG_CHANGELOG = 'CHANGELOG.md: does not begin with the version and date of release.json and a list of changes';

const isAbout = ({ version, date }: Evidence, [newest]: readonly DataChange[]) =>
  newest?.version === version && newest.date === date && newest.changes.length > 0;
