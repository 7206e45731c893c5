import { createHash } from 'node:crypto';
import type * as z from 'zod/mini';
import { certainty } from '../src/schema/certainty.js';
import { comparisons } from '../src/schema/comparisons.js';
import { countsFile } from '../src/schema/counts.js';
import { errataFile } from '../src/schema/errata.js';
import { checkEvidence } from '../src/schema/invariants/index.js';
import type { Evidence, EvidenceRecords, Issue } from '../src/schema/index.js';
import { maintenance } from '../src/schema/maintenance.js';
import { mechanismsFile } from '../src/schema/mechanisms.js';
import { publishedEstimatesFile } from '../src/schema/published-estimates.js';
import { referencesFile } from '../src/schema/references.js';
import { release } from '../src/schema/release.js';
import { safety } from '../src/schema/safety.js';
import { studiesFile } from '../src/schema/studies.js';
import { toIssues } from '../src/schema/zod-issues.js';
import { canonicalJson } from './canonical-json.js';

/** The files of data/ that are written by hand. */
export const FILES = {
  release: release,
  'published-estimates': publishedEstimatesFile,
  errata: errataFile,
  studies: studiesFile,
  counts: countsFile,
  mechanisms: mechanismsFile,
  maintenance,
  comparisons,
  safety,
  certainty,
  references: referencesFile,
};
export type FileName = keyof typeof FILES;
export type Parsed = { [K in FileName]: z.infer<(typeof FILES)[K]> };

/** An issue with the file it is in; the path is that inside the file. */
export interface FileIssue {
  file: FileName;
  issue: Issue;
}
export type Compiled = { ok: true; evidence: Evidence } | { ok: false; issues: FileIssue[] };

/** Where each part of the evidence stands, so that an invariant's path leads back to a file. */
const PLACES: Record<keyof EvidenceRecords, [FileName, ...string[]]> = {
  schemaVersion: ['release', 'schemaVersion'],
  version: ['release', 'version'],
  date: ['release', 'date'],
  reviewBy: ['release', 'reviewBy'],
  estimates: ['published-estimates', 'estimates'],
  errata: ['errata', 'errata'],
  notPublished: ['errata', 'notPublished'],
  cautions: ['errata', 'cautions'],
  studies: ['studies', 'studies'],
  referenceLists: ['studies', 'referenceLists'],
  designTokens: ['studies', 'designTokens'],
  repigmentation: ['counts', 'repigmentation'],
  adverseEvents: ['counts', 'adverseEvents'],
  otherStudies: ['counts', 'otherStudies'],
  candidates: ['counts', 'candidates'],
  mechanisms: ['mechanisms', 'studies'],
  maintenance: ['maintenance'],
  comparisons: ['comparisons'],
  safety: ['safety'],
  certainty: ['certainty'],
  references: ['references', 'references'],
};

/** The records of all files in one object. */
export function assemble(files: Parsed): EvidenceRecords {
  return {
    ...files.release,
    estimates: files['published-estimates'].estimates,
    errata: files.errata.errata,
    notPublished: files.errata.notPublished,
    cautions: files.errata.cautions,
    studies: files.studies.studies,
    referenceLists: files.studies.referenceLists,
    designTokens: files.studies.designTokens,
    repigmentation: files.counts.repigmentation,
    adverseEvents: files.counts.adverseEvents,
    otherStudies: files.counts.otherStudies,
    candidates: files.counts.candidates,
    mechanisms: files.mechanisms.studies,
    maintenance: files.maintenance,
    comparisons: files.comparisons,
    safety: files.safety,
    certainty: files.certainty,
    references: files.references.references,
  };
}

function locate(found: Issue): FileIssue {
  const [part, ...rest] = found.path as [keyof EvidenceRecords, ...Issue['path']];
  const [file, ...prefix] = PLACES[part];
  return { file, issue: { ...found, path: [...prefix, ...rest] } };
}

function parseAll(data: Record<FileName, unknown>): { parsed: Partial<Parsed>; issues: FileIssue[] } {
  const parsed: Record<string, unknown> = {};
  const issues: FileIssue[] = [];
  for (const [name, schema] of Object.entries(FILES)) {
    const file = name as FileName;
    const result = schema.safeParse(data[file]);
    if (result.success) parsed[file] = result.data;
    else issues.push(...toIssues(result.error, data[file]).map((found) => ({ file, issue: found })));
  }
  return { parsed, issues };
}

export const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** The parsed files as evidence with its hash, or everything that is wrong with them. */
export function compileEvidence(data: Record<FileName, unknown>): Compiled {
  const { parsed, issues } = parseAll(data);
  if (issues.length > 0) return { ok: false, issues };
  const records = assemble(parsed as Parsed);
  const found = checkEvidence(records).map(locate);
  if (found.length > 0) return { ok: false, issues: found };
  return { ok: true, evidence: { ...records, hash: sha256(canonicalJson(records)) } };
}
