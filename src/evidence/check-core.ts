import type { Issue, IssueCode } from '../schema/issue.js';
import { INPUTS } from './inputs.js';
import { TREATMENTS } from './outlook.js';

/**
 * Whether a core is fit to be shown: a host's own, or a damaged copy. It is the gate before the screen, small enough
 * for the first download; the full schemas check the data when they are built. Returns issues, never throws.
 */
export function checkCore(core: unknown): Issue[] {
  const issues: Issue[] = [];
  const check: Check = (ok, path, value, code = 'wrong-type') => {
    if (!ok) issues.push({ code, path, value: printable(value) });
  };
  if (!isObject(core)) return [{ code: 'wrong-type', path: [], value: printable(core) }];
  checkStamp(core['evidence'], check);
  for (const list of LISTS) check(Array.isArray(core[list]), [list], core[list]);
  check(isObject(core['maintenance']), ['maintenance'], core['maintenance']);
  if (issues.length) return issues;
  (core['strata'] as unknown[]).forEach((row, i) => checkStratum(row, ['strata', i], check));
  (core['pools'] as unknown[]).forEach((row, i) => checkStratum(row, ['pools', i], check));
  (core['adverseEvents'] as unknown[]).forEach((row, i) => checkRate(row, ['adverseEvents', i], check));
  checkMaintenance(core['maintenance'] as Fields, check);
  for (const list of ['context', 'relative', 'without', 'notes']) {
    (core[list] as unknown[]).forEach((row, i) => checkFigures(row, [list, i], check));
  }
  return issues;
}

const LISTS = ['strata', 'pools', 'context', 'relative', 'without', 'adverseEvents', 'notes'];
const THRESHOLDS: readonly unknown[] = ['any', 25, 50, 75];

type Fields = Record<string, unknown>;
type Check = (ok: boolean, path: Issue['path'], value: unknown, code?: IssueCode) => void;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown) => typeof value === 'string' && value !== '';
const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0;
const isProportion = (value: unknown) => typeof value === 'number' && value >= 0 && value <= 1;
const orNull = (is: (value: unknown) => boolean) => (value: unknown) => value === null || is(value);
const printable = (value: unknown) => (isObject(value) || Array.isArray(value) ? typeof value : String(value));

function checkStamp(stamp: unknown, check: Check) {
  for (const field of ['version', 'date', 'reviewBy', 'hash']) {
    check(isObject(stamp) && isText(stamp[field]), ['evidence', field], isObject(stamp) ? stamp[field] : stamp);
  }
}

function checkStratum(row: unknown, path: Issue['path'], check: Check) {
  if (!isObject(row)) return check(false, path, row);
  const { treatment, ageGroup, site, responses } = row;
  check(TREATMENTS.includes(treatment as never), [...path, 'treatment'], treatment, 'not-allowed');
  check(INPUTS.ageGroup.includes(ageGroup as never), [...path, 'ageGroup'], ageGroup, 'not-allowed');
  check(INPUTS.site.includes(site as never), [...path, 'site'], site, 'not-allowed');
  if (!Array.isArray(responses)) return check(false, [...path, 'responses'], responses);
  responses.forEach((response, i) => checkResponse(response, [...path, 'responses', i], check));
}

function checkResponse(response: unknown, path: Issue['path'], check: Check) {
  if (!isObject(response)) return check(false, path, response);
  checkRate(response, path, check);
  const { threshold, studies, participants, errata, references, months, ifDropoutsFailed } = response;
  check(THRESHOLDS.includes(threshold), [...path, 'threshold'], threshold, 'not-allowed');
  check(orNull(isCount)(studies), [...path, 'studies'], studies);
  check(orNull(isCount)(participants), [...path, 'participants'], participants);
  check(orNull(isProportion)(ifDropoutsFailed), [...path, 'ifDropoutsFailed'], ifDropoutsFailed);
  check(months === null || isObject(months), [...path, 'months'], months);
  check(Array.isArray(errata), [...path, 'errata'], errata);
  check(Array.isArray(references) && references.length > 0, [...path, 'references'], references);
}

/** A rate with its interval: 0 to 1, and the interval holds the estimate. */
function checkRate(row: unknown, path: Issue['path'], check: Check) {
  if (!isObject(row)) return check(false, path, row);
  const { estimate, low, high, events, total } = row;
  check(isProportion(estimate), [...path, 'estimate'], estimate);
  check(orNull(isProportion)(low), [...path, 'low'], low);
  check(orNull(isProportion)(high), [...path, 'high'], high);
  const holds = (low === null || low! <= estimate!) && (high === null || high! >= estimate!);
  check(holds, [...path, 'estimate'], estimate, 'interval-excludes-estimate');
  if (events === undefined && total === undefined) return;
  check(isCount(total) && total !== 0, [...path, 'total'], total);
  check(isCount(events), [...path, 'events'], events);
  check(!(events! > total!), [...path, 'events'], events, 'events-exceed-total');
}

function checkMaintenance(maintenance: Fields, check: Check) {
  for (const list of ['arms', 'comparison', 'context', 'errata', 'references']) {
    const rows = maintenance[list];
    if (!Array.isArray(rows)) {
      check(false, ['maintenance', list], rows);
      continue;
    }
    rows.forEach((row, i) => (list === 'arms' ? checkRate : checkFigures)(row, ['maintenance', list, i], check));
  }
}

/** A row of figures: every number in it is finite. */
function checkFigures(row: unknown, path: Issue['path'], check: Check) {
  if (typeof row === 'string') return;
  if (!isObject(row)) return check(false, path, row);
  for (const [key, value] of Object.entries(row)) {
    check(value !== undefined && (typeof value !== 'number' || Number.isFinite(value)), [...path, key], value);
  }
}
