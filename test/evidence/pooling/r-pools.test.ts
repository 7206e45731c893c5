import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { answer } from '../../../src/evidence/answer.js';
import { INPUTS, type Inputs } from '../../../src/evidence/inputs.js';
import { compareWithinTrials } from '../../../src/evidence/pooling/comparisons.js';
import { poolHarms, type HarmPool } from '../../../src/evidence/pooling/harms.js';
import { DEFAULT_METHOD } from '../../../src/evidence/pooling/method.js';
import { poolAll } from '../../../src/evidence/pooling/pool-all.js';
import type { PoolQuestion } from '../../../src/evidence/pooling/select-trials.js';
import fixture from '../../fixtures/r/pools.json';
import { hasMetafor } from './has-metafor.js';
import { analyse, material } from './material.js';

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Both sides are iterated to about 1e-14 and jsonlite writes 15 digits. What is left comes from metafor's REML, which
 * stops at a small change of tau-squared, and just above 0 where it is 0: 4e-12 seen. I-squared is per cent.
 */
const RELATIVE = 1e-9;
const FLOOR = { iSquared: 1 } as const;
const floorOf = (name: string) => (name in FLOOR ? FLOOR[name as keyof typeof FLOOR] : 1e-3);

type Figures = Readonly<Record<string, number | null>>;

/** The largest relative difference of the figures named; one that is missing on one side is infinitely far off. */
function farthest(actual: Figures, expected: Figures): { name: string; off: number } {
  const all = Object.entries(actual).map(([name, value]) => {
    const wanted = expected[name] ?? null;
    if (value === null || wanted === null) return { name, off: value === wanted ? 0 : Infinity };
    return { name, off: Math.abs(value - wanted) / Math.max(Math.abs(wanted), floorOf(name)) };
  });
  return all.reduce((worst, one) => (one.off > worst.off ? one : worst));
}

const title = ({ treatment, ageGroup, site, threshold }: (typeof fixture.pools)[number]) =>
  `${treatment} ${ageGroup} ${site} ${threshold}`;
const pools = fixture.pools.map((pool) => ({ title: title(pool), pool: pool as Figures & typeof pool }));

describe.each([
  ['the pools that ship', material.core.pools],
  ['pools made in the page', poolAll(material.literature)],
])('%s agree with metafor', (_name, ours) => {
  test.each(pools)('$title', ({ pool }) => {
    const stratum = ours.find(
      ({ treatment, ageGroup, site }) =>
        treatment === pool.treatment && ageGroup === pool.ageGroup && site === pool.site,
    );
    const response = stratum?.responses.find(({ threshold }) => String(threshold) === pool.threshold);
    expect(response?.kind ?? 'none').toBe(pool.kind);
    if (!response) return;
    expect(response.studies).toBe(pool.k);
    expect([...response.references].sort()).toEqual([...pool.studies].sort());
    const { estimate, low, high, prediction, marginal, heterogeneity } = response;
    const figures = {
      estimate,
      low,
      high,
      predictionLow: prediction?.low ?? null,
      predictionHigh: prediction?.high ?? null,
      marginal: marginal?.estimate ?? null,
      marginalLow: marginal?.low ?? null,
      marginalHigh: marginal?.high ?? null,
      tauSquared: heterogeneity?.tauSquared ?? null,
      iSquared: heterogeneity?.iSquared ?? null,
      q: heterogeneity?.q ?? null,
      qP: heterogeneity?.qP ?? null,
    };
    const worst = farthest(figures, pool);
    expect(worst.off, worst.name).toBeLessThan(RELATIVE);
  });
});

describe('the fixture', () => {
  test('has every treatment, age, site and threshold, and names its versions', () => {
    expect(fixture.pools).toHaveLength(3 * 3 * 4 * 4);
    expect(new Set(pools.map((pool) => pool.title)).size).toBe(144);
    expect(Object.keys(fixture.versions)).toEqual(['R', 'metafor', 'jsonlite']);
  });

  test('is what the committed script writes', { timeout: 60_000 }, ({ skip }) => {
    skip(!hasMetafor, 'R with metafor and jsonlite is not installed here');
    const written = execFileSync('Rscript', ['test/fixtures/r/pools.R'], { cwd: REPOSITORY, encoding: 'utf8' });
    const committed = readFileSync(new URL('../../fixtures/r/pools.json', import.meta.url), 'utf8');
    const withoutVersions = (text: string) => text.replace(/"versions": \{[^}]*\}/, '');
    expect(withoutVersions(written)).toBe(withoutVersions(committed));
  });
});

describe('weights', () => {
  test.each(pools.filter(({ pool }) => pool.kind === 'pooled'))('$title', ({ pool }) => {
    const { treatment, ageGroup, site, threshold } = pool;
    const question = { treatment, ageGroup, site, threshold: threshold === 'any' ? threshold : Number(threshold) };
    const { trials } = analyse({ question: question as PoolQuestion });
    const ours = Object.fromEntries(trials.map(({ study, weight }) => [study, weight]));
    const { weights } = pool as unknown as { weights: number[] };
    const theirs = Object.fromEntries(pool.studies.map((study, i) => [study, weights[i]!]));
    expect(farthest(ours, theirs).off).toBeLessThan(RELATIVE);
  });
});

describe('side effects', () => {
  const harms = poolHarms(material, 'any', DEFAULT_METHOD).filter(({ result }) => result !== null);

  test('are those of the fixture', () => {
    const names = (rows: readonly { treatment: string; event: string }[]) =>
      rows.map(({ treatment, event }) => `${treatment} ${event}`).sort();
    expect(names(harms)).toEqual(names(fixture.harms));
  });

  test.each(fixture.harms)('$treatment, $event', (expected) => {
    const isSame = (pool: HarmPool) => pool.treatment === expected.treatment && pool.event === expected.event;
    const { result, trials } = harms.find(isSame)!;
    expect(trials.map(({ study }) => study)).toEqual(expected.studies);
    if (!result || !('estimate' in result)) throw new Error('no answer');
    const { estimate, low, high } = result;
    const worst = farthest({ estimate, low, high }, expected as unknown as Figures);
    expect(worst.off, worst.name).toBeLessThan(RELATIVE);
  });
});

describe('comparisons within trials', () => {
  const comparisons = compareWithinTrials(material, { ageGroup: 'any', site: 'any' }, DEFAULT_METHOD);

  test('are those of the fixture', () => {
    const names = (rows: readonly { contrast: string; threshold: string | number }[]) =>
      rows.map(({ contrast, threshold }) => `${contrast} ${threshold}`).sort();
    expect(names(comparisons)).toEqual(names(fixture.comparisons));
  });

  test.each(fixture.comparisons)('$contrast, $threshold', (expected) => {
    const found = comparisons.find(
      ({ contrast, threshold }) => contrast === expected.contrast && String(threshold) === expected.threshold,
    )!;
    for (const measure of ['ratio', 'difference'] as const) {
      const theirs = expected[measure] as unknown as { trials: (Figures & { study: string })[]; pooled?: Figures };
      for (const trial of theirs.trials) {
        const { estimate, low, high } = found.trials.find(({ study }) => study === trial.study)![measure]!;
        expect(farthest({ estimate, low, high }, trial).off).toBeLessThan(RELATIVE);
      }
      const pooled = found[measure];
      expect(pooled !== null).toBe(theirs.pooled !== undefined);
      if (!pooled || !theirs.pooled) continue;
      if (!('estimate' in pooled)) throw new Error('no answer');
      const { estimate, low, high } = pooled;
      expect(farthest({ estimate, low, high }, theirs.pooled).off).toBeLessThan(RELATIVE);
    }
  });
});

describe('the outlook from shipped pools and from pools made in the page', () => {
  const live = poolAll(material.literature);
  const all: Inputs[] = INPUTS.ageGroup.flatMap((ageGroup) =>
    INPUTS.site.flatMap((site) =>
      INPUTS.phototherapy.flatMap((phototherapy) =>
        INPUTS.maintenance.map((maintenance) => ({ ageGroup, site, phototherapy, maintenance })),
      ),
    ),
  );

  test('there are 72 inputs', () => {
    expect(all).toHaveLength(72);
  });

  test.each(all)('agree to 1e-12: $ageGroup, $site, $phototherapy, $maintenance', (inputs) => {
    const shipped = answer(material.core, inputs, 'pooled');
    const made = answer(material.core, inputs, 'pooled', live);
    expect(shapeOf(made)).toEqual(shapeOf(shipped));
    const [ours, theirs] = [numbersIn(made), numbersIn(shipped)];
    expect(ours.length).toBeGreaterThan(0);
    // The shipped pools are rounded to 13 digits.
    const apart = ours.filter(
      ([, value], i) => !(Math.abs(value - theirs[i]![1]) <= 1e-12 * Math.max(1, Math.abs(value))),
    );
    expect(apart).toEqual([]);
  });
});

const shapeOf = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, part: unknown) => (typeof part === 'number' ? 0 : part)));

/** Every number with its place, in the order of places. */
function numbersIn(value: unknown, place = ''): [place: string, value: number][] {
  if (typeof value === 'number') return [[place, value]];
  if (typeof value !== 'object' || value === null) return [];
  const found = Object.entries(value).flatMap(([key, part]) => numbersIn(part, `${place}.${key}`));
  return place === '' ? found.sort(([a], [b]) => (a < b ? -1 : 1)) : found;
}
