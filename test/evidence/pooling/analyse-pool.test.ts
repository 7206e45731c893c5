import { describe, expect, test } from 'vitest';
import { DEFAULT_METHOD } from '../../../src/evidence/pooling/method.js';
import { PRESETS } from '../../../src/evidence/pooling/presets.js';
import { cumulativeByYear, leaveOneOut } from '../../../src/evidence/pooling/pool-steps.js';
import { smallStudyTests } from '../../../src/evidence/pooling/small-study.js';
import { analyse, ANY, AT_75, AUDIT, material, ownRows, studyCounts } from './material.js';

const asked = (treatment: string, threshold: unknown) =>
  studyCounts.repigmentation.filter((row) => row.treatment === treatment && row.threshold === threshold);

describe('what is in a pool and what is not', () => {
  test.each([ANY, AT_75])('every row of the treatment and threshold $threshold is in it or left out, once', (question) => {
    const { trials, leftOut } = analyse({ question });
    const listed = [...trials.flatMap(({ arms }) => arms), ...leftOut.map(({ row }) => row)];
    expect(new Set(listed)).toEqual(new Set(asked('tci', question.threshold)));
    expect(listed).toHaveLength(asked('tci', question.threshold).length);
  });

  test('rows that are only shown never enter, whatever is asked', () => {
    const shown = studyCounts.repigmentation.filter(({ pool }) => !pool);
    expect(shown.length).toBeGreaterThan(0);
    for (const ageGroup of ['any', 'child', 'adult'] as const) {
      for (const site of ['any', 'face-neck', 'trunk-extremities', 'hands-feet'] as const) {
        for (const threshold of ['any', 25, 50, 75] as const) {
          const { trials } = analyse({ question: { treatment: 'tci', ageGroup, site, threshold } });
          expect(trials.flatMap(({ arms }) => arms).filter((row) => shown.includes(row))).toEqual([]);
        }
      }
    }
  });

  test('gives the reasons in the order in which they hold', () => {
    const reasons = Object.fromEntries(analyse().leftOut.map(({ row, reason }) => [row.study, reason]));
    expect(reasons).toEqual({
      'hartmann-2008': 'other-site',
      'radakovic-2009': 'not-pooled',
      'paracha-2010': 'not-pooled',
      'baldo-2014': 'not-pooled',
      'boone-2007': 'other-site',
    });
  });

  test('infants do not answer for children', () => {
    const { leftOut } = analyse({ question: { ...ANY, ageGroup: 'child' } });
    const infants = leftOut.filter(({ reason }) => reason === 'infants').map(({ row }) => row.under2Years);
    expect(infants).toEqual([true, true]);
  });

  test('candidates of the treatment stand beside it, those of an undefined threshold too', () => {
    const { candidates } = analyse({ question: AT_75 });
    expect(candidates.map(({ study, threshold }) => [study, threshold])).toEqual([
      ['ebrahim-2020', 75],
      ['extrafacial-tac-mn-2021', null],
      ['extrafacial-tac-mn-2021', null],
      ['kiran-2024', null],
    ]);
    expect(candidates.every(({ treatment }) => treatment === 'tci')).toBe(true);
  });

  test('arms of different people are one trial', () => {
    const infants = analyse().trials.find(({ study }) => study === 'tci-infants-2019')!;
    expect([infants.arms.length, infants.events, infants.total]).toEqual([2, 46, 46]);
  });
});

describe('coverage', () => {
  test('at least 75 %, TCI alone: three of the nineteen that the review pooled', () => {
    const { coverage } = analyse({ question: AT_75 });
    expect(coverage).toMatchObject({ pooledByReview: 19, counted: 3, beyondReview: 0 });
    const refs = (asked: string) =>
      coverage!.studies.filter(({ status }) => status === asked).map(({ leeRef }) => leeRef);
    expect(refs('counted')).toEqual([25, 27, 33]);
    expect(refs('other-threshold')).toEqual([26, 34, 42]);
  });

  test('a study that is switched off or outside a set stays known', () => {
    const off = analyse({ question: AT_75, without: ['kanwar-2004'] }).coverage!;
    expect(off.counted).toBe(3);
    const patients = analyse({ question: AT_75, set: 'patients-only' }).coverage!;
    expect(patients.studies.find(({ leeRef }) => leeRef === 33)?.status).toBe('left-out');
  });

  test('a study of the reader with a reference of the review counts as covered', () => {
    const own = ownRows({ study: 'lepe-2003', leeRef: 7, treatment: 'tci', threshold: 75, events: 8, total: 20 });
    expect(analyse({ question: AT_75 }, { ...material, own }).coverage?.counted).toBe(4);
  });

  test('nothing where the review pooled nothing', () => {
    expect(analyse().coverage).toBeNull();
    expect(analyse().published).toBeNull();
  });

  test('the published estimate stands beside it, of the group that the stratum rule names', () => {
    const { published, coverage } = analyse({ question: { ...AT_75, ageGroup: 'child' } });
    expect(published).toMatchObject({ stratum: { ageGroup: 'child', site: 'any' }, match: 'exact' });
    expect(published?.responses.map(({ estimate }) => estimate)).toEqual([0.317]);
    expect(coverage?.pooledByReview).toBe(5);
    expect(analyse({ question: { ...AT_75, ageGroup: 'adult' } }).published?.match).toBe('partial');
  });
});

describe("a reader's own counts", () => {
  const own = ownRows(AUDIT);
  const added = analyse({}, { ...material, own });

  test('are pooled with the literature and marked', () => {
    expect(added.trials.at(-1)).toMatchObject({ study: 'Clinic audit', origin: 'reader', included: true });
    expect(added.trials.filter(({ origin }) => origin !== 'literature')).toHaveLength(1);
    expect(added.result).toMatchObject({ kind: 'pooled' });
    expect(added.result).not.toMatchObject({ estimate: (analyse().result as { estimate: number }).estimate });
  });

  test('that repeat a count of the literature are left out, not counted twice', () => {
    const arm = { study: 'xu-2009', arm: 'tac-0.1', population: 'all', treatment: 'tci' };
    const again = ownRows({ ...arm, threshold: 'any', events: 25, total: 30 });
    const { trials, leftOut, result } = analyse({}, { ...material, own: again });
    expect(trials.find(({ study }) => study === 'xu-2009')).toMatchObject({ total: 30, origin: 'literature' });
    expect(leftOut.at(-1)).toMatchObject({ row: { study: 'xu-2009' }, reason: 'same-people' });
    expect((result as { estimate: number }).estimate).toBe((analyse().result as { estimate: number }).estimate);
  });

  test('alone are a single study', () => {
    const { result } = analyse({}, { ...material, literature: [], own });
    expect(result).toMatchObject({ kind: 'single-study', estimate: 22 / 40 });
  });
});

describe('methods', () => {
  test('half an event or no study: a raw pool of a trial where all responded', () => {
    const half = analyse({ method: PRESETS['review-half'] });
    const dropped = analyse({ method: PRESETS['review-drop'] });
    if (half.result.kind !== 'pooled' || dropped.result.kind !== 'pooled') throw new Error('no pool');
    expect(half.result.effects.trials).toHaveLength(9);
    expect(dropped.result.effects.dropped.map(({ study }) => study)).toEqual(['tci-infants-2019']);
    expect(dropped.trials.find(({ study }) => study === 'tci-infants-2019')).toMatchObject({ effect: null, weight: null });
    const without = analyse({ method: PRESETS['review-drop'], without: ['tci-infants-2019'] });
    expect((without.result as { estimate: number }).estimate).toBe(dropped.result.estimate);
  });

  test('on the raw scale limits stay within 0 and 1', () => {
    const { result } = analyse({ question: AT_75, method: { ...DEFAULT_METHOD, scale: 'PR' } });
    expect(result).toMatchObject({ kind: 'pooled', low: 0 });
  });
});

describe('step by step', () => {
  test('leave-one-out is the pool with that study switched off', () => {
    const steps = leaveOneOut(analyse());
    expect(steps).toHaveLength(9);
    for (const { trial, result } of steps) {
      const off = analyse({ without: [trial.study] }).result;
      if (result.kind === 'no-answer' || off.kind === 'no-answer') throw new Error('no answer');
      // The sums run in another order.
      for (const part of ['estimate', 'low', 'high'] as const) expect(result[part]).toBeCloseTo(off[part], 13);
    }
  });

  test('of one study there is nothing to leave out', () => {
    expect(leaveOneOut(analyse({ set: 'pimecrolimus', without: ['dawid-2006', 'tci-infants-2019'] }))).toEqual([]);
  });

  test('the cumulative pool starts with the oldest study, and ends with all', () => {
    const steps = cumulativeByYear(analyse({}, { ...material, own: ownRows({ ...AUDIT, year: 2001 }) }));
    const years = steps.map(({ trial }) => trial.year!);
    expect(years).toEqual([...years].sort((a, b) => a - b));
    expect(steps[0]).toMatchObject({ trial: { study: 'Clinic audit' }, result: { kind: 'single-study' } });
    const ends = cumulativeByYear(analyse()).at(-1)!.result as { estimate: number };
    expect(Math.abs(ends.estimate - (analyse().result as { estimate: number }).estimate)).toBeLessThan(1e-14);
  });
});

describe('small-study tests', () => {
  test('are refused with nine studies, and say how many it takes', () => {
    expect(smallStudyTests(analyse())).toEqual({ kind: 'no-answer', reason: 'too-few-studies', found: 9, needed: 10 });
  });

  test('are made with ten, and refused again when one is switched off', () => {
    const withAudit = { ...material, own: ownRows(AUDIT) };
    const tests = smallStudyTests(analyse({}, withAudit));
    expect(tests).toMatchObject({
      kind: 'small-study-tests',
      k: 10,
      egger: { kind: 'weighted-line' },
      peters: { kind: 'asymmetry-test' },
      rank: { kind: 'rank-correlation-test' },
      trimAndFill: { kind: 'trim-and-fill' },
    });
    expect(smallStudyTests(analyse({ without: ['xu-2009'] }, withAudit))).toMatchObject({ found: 9 });
    const raw = smallStudyTests(analyse({ method: { ...DEFAULT_METHOD, scale: 'PR' } }, withAudit));
    expect(raw).toMatchObject({ peters: null });
  });
});
