import { betaCdf, betaQuantile, normalQuantile, studentTQuantile } from '../../src/stats/distributions.js';
import { fitMeanModel, type MeanModel } from '../../src/stats/mean-model.js';
import { proportionEffects } from '../../src/stats/proportion-effects.js';
import { reconstructSpread } from '../../src/stats/reconstructed-spread.js';
import type { GoldenDataset } from './golden-file.js';

/** Studies of single proportions. */
interface Studies {
  readonly events: readonly number[];
  readonly totals: readonly number[];
}

/** What the reconstruction from the printed pool gives, beside what the studies themselves give. */
interface Comparison {
  readonly tau: number;
  /** null where refused. */
  readonly tauReconstructed: number | null;
  readonly refusal: string | null;
  readonly prediction: { readonly low: number; readonly high: number } | null;
  readonly fit: MeanModel;
}

/** Quantiles of a list of numbers, rounded. */
interface Spread {
  readonly low10: number;
  readonly median: number;
  readonly high90: number;
}

export interface GoldenAccuracy {
  readonly sets: number;
  readonly answered: number;
  readonly refused: Readonly<Record<string, number>>;
  /** Reconstructed over true tau. */
  readonly tauRatio: Spread;
  /** Reconstructed less true limits of the prediction interval, in percentage points. */
  readonly lowDifference: Spread;
  readonly highDifference: Spread;
}

export interface SimulatedAccuracy {
  readonly studies: number;
  readonly mean: number;
  readonly tau: number;
  readonly answered: number;
  /** Reconstructed tau over that of the same studies, and over the one they were drawn with. */
  readonly overStudies: Spread;
  readonly overTrue: Spread;
  /** Share of new true proportions inside the reconstructed prediction interval, mean over the runs. */
  readonly coverage: number;
}

const Z = normalQuantile(0.025, 'upper');

/** Reviews print limits to a tenth of a per cent. */
const printed = (proportion: number): number => Math.round(proportion * 1000) / 1000;

/** Pools raw proportions as such reviews do (DerSimonian-Laird, Wald), prints the pool, reconstructs from the print. */
function compare({ events, totals }: Studies): Comparison | null {
  const { yi, vi } = proportionEffects(events, totals, { measure: 'PR' });
  const fit = fitMeanModel(yi, vi, { method: 'DL' });
  if (fit.kind === 'no-answer') return null;
  const estimate = printed(fit.estimate);
  const low = Math.max(0, printed(fit.estimate - Z * fit.se));
  const high = Math.min(1, printed(fit.estimate + Z * fit.se));
  if (!(estimate > 0 && estimate < 1 && low < high)) return null;
  const answer = reconstructSpread({ estimate, low, high, sizes: totals });
  const tau = Math.sqrt(fit.tauSquared);
  if (answer.kind === 'no-answer') {
    return { tau, tauReconstructed: null, refusal: answer.reason, prediction: null, fit };
  }
  const prediction = answer.prediction.kind === 'no-answer' ? null : answer.prediction;
  return { tau, tauReconstructed: Math.sqrt(answer.tauSquared), refusal: null, prediction, fit };
}

/** The error on data sets of real and made-up studies. */
export function measureOnDatasets(datasets: readonly GoldenDataset[]): GoldenAccuracy {
  const cases = datasets
    .filter(({ kind, k }) => kind === 'prop' && k >= 3)
    .map(({ xi, ni }) => compare({ events: xi!, totals: ni! }))
    .filter((result) => result !== null);
  const answered = cases.filter(({ tauReconstructed }) => tauReconstructed !== null);
  const withSpread = answered.filter(({ tau }) => tau > 0);
  const predicted = withSpread.filter(({ prediction }) => prediction !== null);
  const difference = (side: 'low' | 'high', sign: number) =>
    spreadOf(predicted.map(({ prediction, fit }) => 100 * (prediction![side] - rawLimit(fit, sign))));
  const refused: Record<string, number> = {};
  for (const { refusal } of cases) if (refusal !== null) refused[refusal] = (refused[refusal] ?? 0) + 1;
  return {
    sets: cases.length,
    answered: answered.length,
    refused,
    tauRatio: spreadOf(withSpread.map(({ tau, tauReconstructed }) => tauReconstructed! / tau)),
    lowDifference: difference('low', -1),
    highDifference: difference('high', 1),
  };
}

/** A limit of the usual prediction interval of the raw pool, t on k - 1, cut off at 0 and 1. */
function rawLimit({ estimate, se, tauSquared, k }: MeanModel, sign: number): number {
  const limit = estimate + sign * studentTQuantile(0.025, k - 1, 'upper') * Math.sqrt(tauSquared + se ** 2);
  return Math.min(1, Math.max(0, limit));
}

const RUNS = 150;

/** The error on simulated studies: true proportions from a beta distribution, sizes from 10 to 200. */
export function measureBySimulation(): SimulatedAccuracy[] {
  const random = mulberry32(20210127);
  return [5, 10, 20].flatMap((studies) =>
    [0.2, 0.5].flatMap((mean) => [0.05, 0.1, 0.2].map((tau) => simulateCell(studies, mean, tau, random))),
  );
}

function simulateCell(studies: number, mean: number, tau: number, random: () => number): SimulatedAccuracy {
  const size = (mean * (1 - mean)) / tau ** 2 - 1;
  const [a, b] = [mean * size, (1 - mean) * size];
  const runs = Array.from({ length: RUNS }, () => compare(drawStudies(studies, a, b, random)));
  const answered = runs.filter((run) => run !== null).filter(({ tauReconstructed }) => tauReconstructed !== null);
  const coverages = answered.map(({ prediction }) => betaCdf(prediction!.high, a, b) - betaCdf(prediction!.low, a, b));
  const withSpread = answered.filter((run) => run.tau > 0);
  return {
    studies,
    mean,
    tau,
    answered: rounded(answered.length / RUNS),
    overStudies: spreadOf(withSpread.map((run) => run.tauReconstructed! / run.tau)),
    overTrue: spreadOf(answered.map((run) => run.tauReconstructed! / tau)),
    coverage: rounded(coverages.reduce((sum, share) => sum + share, 0) / coverages.length),
  };
}

function drawStudies(studies: number, a: number, b: number, random: () => number): Studies {
  const totals = Array.from({ length: studies }, () => Math.round(10 * 20 ** random()));
  const events = totals.map((n) => {
    const proportion = betaQuantile(random(), a, b);
    let count = 0;
    for (let i = 0; i < n; i++) if (random() < proportion) count++;
    return count;
  });
  return { events, totals };
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((x, y) => x - y);
  const at = (share: number): number => rounded(sorted[Math.round(share * (sorted.length - 1))]!);
  return { low10: at(0.1), median: at(0.5), high90: at(0.9) };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A small generator of uniform numbers, the same on every machine. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
