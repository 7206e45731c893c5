import type { PooledStratum } from '../../evidence/core.js';
import type { EvidenceSource } from '../../evidence/evidence-source.js';
import { NO_ROWS, standAlone, type CheckedRows } from '../../evidence/pooling/checked-rows.js';
import { poolEach } from '../../evidence/pooling/pool-all.js';
import { readMethod } from '../../evidence/pooling/read-method.js';
import { formatRowIssue } from '../../schema/format-row-issue.js';
import { issue, type RowIssue } from '../../schema/issue.js';
import { loadCountRows } from '../../schema/load-count-rows.js';
import { summarise } from '../../schema/summarise.js';
import { inSlices } from './in-slices.js';

/** Study counts that a page gives: added to the literature's, or in their place. */
export interface HostStudies {
  readonly studies: unknown;
  readonly mode?: 'add' | 'replace';
}

export interface LivePoolRequest {
  readonly studies: HostStudies | null | undefined;
  readonly studiesSrc: unknown;
  readonly method: unknown;
  /** Counts that a reader added, checked already. */
  readonly own?: CheckedRows;
}

export interface LivePools {
  /** `null` where nothing could be pooled: the precomputed pools stay. */
  readonly pools: readonly PooledStratum[] | null;
  /** What of the page's own counts could be read. */
  readonly given: CheckedRows;
  readonly issues: readonly RowIssue[];
  /** The issues in words, with their place. */
  readonly messages: readonly string[];
}

/** Pools in the page, from its own chunk: engine and schemas load only when a page asks for it. Never rejects. */
export async function poolLive(source: EvidenceSource, request: LivePoolRequest): Promise<LivePools> {
  const { studies, studiesSrc, method, own = NO_ROWS } = request;
  const parts: Given[] = [];
  if (studies) parts.push(readGiven(studies, 'studies'));
  if (studiesSrc) parts.push(await fetchGiven(studiesSrc));
  const chosen = readMethod(method);
  const given = joined(parts);
  const literature = standAlone(given, own) ? [] : (await source.counts()).repigmentation;
  const issues = [...parts.flatMap((part) => part.issues), ...chosen.issues];
  return {
    pools: await inSlices(poolEach([...literature, ...given.rows, ...own.rows], chosen.method)),
    given,
    issues,
    messages: issues.map(formatRowIssue),
  };
}

function joined(parts: readonly Given[]): CheckedRows {
  const rows = parts.flatMap((part) => part.rows);
  const isAlone = parts.some(({ mode }) => mode === 'replace');
  return rows.length || isAlone ? { rows, mode: isAlone ? 'replace' : 'add' } : NO_ROWS;
}

interface Given extends CheckedRows {
  readonly issues: readonly RowIssue[];
}

const MODES: readonly unknown[] = ['add', 'replace'];

const refuse = (problem: RowIssue): Given => ({ rows: [], mode: 'add', issues: [problem] });

/** Rows and mode as given; rows that cannot be read are left out, a mode that is not understood adds nothing. */
function readGiven(given: unknown, from: string): Given {
  if (typeof given !== 'object' || given === null) {
    return refuse(issue('wrong-type', [from], { value: typeof given, allowed: ['{studies, mode}'] }));
  }
  const { studies, mode = 'add' } = given as { studies?: unknown; mode?: unknown };
  if (!MODES.includes(mode)) {
    return refuse(issue('not-allowed', [from, 'mode'], { value: summarise(mode), allowed: ['add', 'replace'] }));
  }
  if (studies === undefined) return refuse(issue('missing-field', [from, 'studies'], { allowed: ['a list of rows'] }));
  const { rows, issues } = loadCountRows(studies);
  const placed = issues.map((found) => ({ ...found, path: [from, ...found.path] }));
  return { rows, mode: mode as Given['mode'], issues: placed };
}

/** The only request the element ever makes, and only to the address that the page names. */
async function fetchGiven(url: unknown): Promise<Given> {
  if (typeof url !== 'string') {
    return refuse(issue('wrong-type', ['studies-src'], { value: typeof url, allowed: ['an address'] }));
  }
  try {
    const response = await fetch(url, { credentials: 'same-origin' });
    if (!response.ok) throw new Error(`status ${response.status}`);
    const data: unknown = await response.json();
    return readGiven(Array.isArray(data) ? { studies: data } : data, 'studies-src');
  } catch (error) {
    // A policy without `connect-src`, a missing file, and text that is not JSON all end here.
    const reason = error instanceof Error ? error.message : 'unknown';
    return refuse(issue('unreadable', ['studies-src'], { value: url, params: { reason } }));
  }
}
