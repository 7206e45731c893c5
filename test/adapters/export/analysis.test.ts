import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ANALYSIS_COLUMNS, analysisCsv } from '../../../src/adapters/export/analysis-csv.js';
import { analysisJson } from '../../../src/adapters/export/analysis-json.js';
import { analysisR } from '../../../src/adapters/export/analysis-r.js';
import { csvRecords } from '../../../src/adapters/import/csv-records.js';
import { lastCall } from '../../../src/evidence/last-call.js';
import type { PoolAnalysis, PoolRequest } from '../../../src/evidence/pooling/analyse-pool.js';
import { DEFAULT_METHOD, type Method } from '../../../src/evidence/pooling/method.js';
import { PRESETS } from '../../../src/evidence/pooling/presets.js';
import { METHOD_CHOICES } from '../../../src/evidence/pooling/read-method.js';
import { hasMetafor } from '../../evidence/pooling/has-metafor.js';
import { analyse, ANY, AT_75, AUDIT, material, ownRows } from '../../evidence/pooling/material.js';

const HOSTILE = ['=1+1', '@cmd', "O'Hara; quit()", '"); q("no"); ("', '\\', 'Ünï \u{1F600}\u2028\r\nq()', '#{', '\ud800', '-2'];
const audits = HOSTILE.map((study, i) => ({ ...AUDIT, study, events: i + 3, year: 2000 + i }));
const hostile = { ...material, own: ownRows(...audits) };
const cleaned = (name: string) => name.replace(/\p{Cs}/gu, '\ufffd');

describe('CSV', () => {
  const table = (analysis: PoolAnalysis) => {
    const records = [...csvRecords(analysisCsv(analysis, material), ',')];
    const [header, ...lines] = records.map(({ cells }) => cells.map(({ text }) => text));
    return lines.map((cells) => Object.fromEntries(cells.map((text, i) => [header![i]!, text])));
  };

  test('has every study with its effect and weight, the pool, and what was left out', () => {
    const analysis = analyse({ without: ['xu-2009'] });
    const rows = table(analysis);
    expect(Object.keys(rows[0]!)).toEqual([...ANALYSIS_COLUMNS]);
    const kinds = rows.map(({ row }) => row);
    const studies = analysis.trials.map(({ included }) => (included ? 'study' : 'switched-off'));
    expect(kinds).toEqual([...studies, 'pool', ...analysis.leftOut.map(() => 'left-out')]);
    analysis.trials.forEach(({ study, events, total, effect, weight, included }, i) => {
      expect(rows[i]).toMatchObject({ study, events: String(events), total: String(total) });
      expect(rows[i]).toMatchObject({ yi: String(effect!.yi), vi: String(effect!.vi) });
      expect(rows[i]!['weight']).toBe(included ? String(weight) : '');
    });
    if (analysis.result.kind === 'no-answer') throw new Error('no answer');
    const { estimate, low, high } = analysis.result;
    const pool = { estimate: String(estimate), low: String(low), high: String(high), estimator: 'REML' };
    expect(rows.find(({ row }) => row === 'pool')).toMatchObject(pool);
  });

  test('a name that a spreadsheet would run is led by an apostrophe; numbers are not', () => {
    const rows = table(analyse({}, hostile));
    const names = rows.filter(({ row }) => row === 'study').map(({ study }) => study);
    expect(names).toContain("'=1+1");
    expect(names).toContain("'@cmd");
    expect(names).toContain("'-2");
    expect(names).toContain(HOSTILE[5]);
    const cells = rows.flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => /^[=+@\t\r]|^-[^\d.]/.test(cell))).toEqual([]);
  });
});

describe('JSON', () => {
  test('has the request, the studies and the pool', () => {
    const analysis = analyse();
    const document = JSON.parse(analysisJson(analysis, material));
    expect(document).toMatchObject({
      evidence: material.core.evidence,
      request: { question: ANY, method: DEFAULT_METHOD, set: 'all', without: [] },
      pool: { kind: 'pooled', estimate: (analysis.result as { estimate: number }).estimate },
    });
    const studies = document.studies.map(({ study }: { study: string }) => study);
    expect(studies).toEqual(analysis.trials.map(({ study }) => study));
    expect(document.leftOut).toHaveLength(analysis.leftOut.length);
  });
});

const unescaped = (text: string) =>
  text.replace(/\\U\{(\w+)\}|\\(.)/g, (_, code: string | undefined, plain: string) =>
    code === undefined ? plain : String.fromCodePoint(parseInt(code, 16)),
  );

/** Reads the literals of `name = c(...)` as R does. */
function vectorOf(script: string, name: string): (string | number | boolean)[] {
  const start = script.indexOf(` ${name} = c(`) + name.length + 6;
  const literal = /"((?:[^"\\]|\\.)*)"|TRUE|FALSE|-?[\d.]+(?:e[+-]?\d+)?|\)/g;
  literal.lastIndex = start;
  const values: (string | number | boolean)[] = [];
  for (let match = literal.exec(script); match && match[0] !== ')'; match = literal.exec(script)) {
    const [all, text] = match;
    if (text !== undefined) values.push(unescaped(text));
    else values.push(all === 'TRUE' || (all === 'FALSE' ? false : Number(all)));
  }
  return values;
}

describe('the R script', () => {
  test.each([
    ['the literature', analyse({ without: ['xu-2009'] })],
    ['hostile names', analyse({}, hostile)],
    ['scaled totals', analyse({ set: 'dropouts-failed' })],
  ])('holds the data: %s', (_name, analysis) => {
    const script = analysisR(analysis, material);
    const { trials } = analysis;
    expect(vectorOf(script, 'study')).toEqual(trials.map(({ study }) => cleaned(study)));
    for (const field of ['events', 'total', 'people', 'included'] as const) {
      expect(vectorOf(script, field)).toEqual(trials.map((trial) => trial[field]));
    }
  });

  test('is plain ASCII, in which every quote of the data is closed', () => {
    const script = analysisR(analyse({}, hostile), material);
    expect(script).toMatch(/^[\n -~]*$/);
    const quotesIn = (line: string) => line.replace(/\\./g, '').split('"').length - 1;
    expect(script.split('\n').filter((line) => quotesIn(line) % 2 === 1)).toEqual([]);
  });

  const method = (part: Partial<Method>): Partial<PoolRequest> => ({ method: { ...DEFAULT_METHOD, ...part } });
  const requests: [name: string, request: Partial<PoolRequest>, of?: typeof material][] = [
    ['the default', {}],
    ['one study switched off', { without: ['tci-infants-2019'] }],
    ['one study left', { question: AT_75, without: ['kanwar-2004', 'sendur-2006'] }],
    ['no study left', { question: AT_75, without: ['kanwar-2004', 'sendur-2006', 'radakovic-2009'] }],
    ['half an event', { method: PRESETS['review-half'] }],
    ['zero cells dropped', { method: PRESETS['review-drop'] }],
    ['own and hostile data', {}, hostile],
    ['another level', method({ level: 0.9 })],
    ['patches half alike', { set: 'icc-half' }],
    ['drop-outs as not reached', { set: 'dropouts-failed' }],
    ['patches of fewer people', { question: { ...AT_75, treatment: 'tci-phototherapy' } }],
    ...METHOD_CHOICES.estimator.map((estimator): [string, Partial<PoolRequest>] => [estimator, method({ estimator })]),
    ...METHOD_CHOICES.scale.map((scale): [string, Partial<PoolRequest>] => [scale, method({ scale })]),
    ...METHOD_CHOICES.interval.map((interval): [string, Partial<PoolRequest>] => [interval, method({ interval })]),
  ];

  const whereRIs = test.skipIf(!hasMetafor);
  if (!hasMetafor) console.warn('R with metafor is not installed here: the exported scripts are not run');
  const scripts = requests.map(([, request, of = material]) => analysisR(analyse(request, of), of));
  const outputs = lastCall(run);

  whereRIs.each(requests)('prints the same numbers: %s', { timeout: 120_000 }, (name, request, of = material) => {
    const analysis = analyse(request, of);
    const printed = outputs(scripts)[requests.findIndex(([other]) => other === name)]!;
    const { result } = analysis;
    if (result.kind === 'no-answer') {
      expect(printed).toContain('no study');
      return;
    }
    const { estimate, low, high, prediction, heterogeneity, fit, effects } = result;
    const expected = {
      estimate,
      low,
      high,
      ...(heterogeneity && { tau_squared: heterogeneity.tauSquared, i_squared: heterogeneity.iSquared }),
      ...(heterogeneity && { q: heterogeneity.q }),
      ...(prediction && { prediction_low: prediction.low, prediction_high: prediction.high }),
    };
    const lines = [...printed.matchAll(/^(\w+) +(\S+)$/gm)];
    const numbers = Object.fromEntries(lines.map(([, name, value]) => [name, Number(value)]));
    expect('prediction_low' in numbers).toBe(prediction !== null);
    for (const [name, value] of Object.entries(expected)) {
      expect(Math.abs(numbers[name]! - value) / Math.max(1, Math.abs(value)), name).toBeLessThan(1e-6);
    }
    if (fit) expect(printed.match(/^\d+ .*\d$/gm)).toHaveLength(effects.trials.length);
  });
});

/** What each script prints, one after another in one R: to start it and load metafor takes longer than all of them. */
function run(scripts: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'analysis-'));
  const next = '\f';
  const files = scripts.map((_, i) => join(folder, `${i}.R`));
  const source = `for (file in commandArgs(TRUE)) { source(file, new.env(), print.eval = TRUE); cat('${next}') }`;
  try {
    scripts.forEach((script, i) => writeFileSync(files[i]!, script));
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    return execFileSync('Rscript', ['-e', source, ...files], { encoding: 'utf8', env }).split(next);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
