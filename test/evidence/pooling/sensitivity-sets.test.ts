import { describe, expect, test } from 'vitest';
import { robustnessGrid, robustnessSize } from '../../../src/evidence/pooling/robustness.js';
import { SET_IDS, type SetId } from '../../../src/evidence/pooling/sensitivity-sets.js';
import { analyse, ANY, AT_75, material, ownRows } from './material.js';

const LITERATURE = [
  'grimes-2004', 'kanwar-2004', 'dawid-2006', 'sendur-2006', 'radakovic-2009', 'xu-2009', 'rafiq-2016',
  'tci-infants-2019', 'tac003-nsv-rct-2021',
];
const studiesOf = (set: SetId, of = material) => analyse({ set }, of).trials.map(({ study }) => study);
const without = (...studies: string[]) => LITERATURE.filter((study) => !studies.includes(study));

describe('named sets of the largest pool', () => {
  // Written out from the columns of counts.json and studies.json.
  test.each<[SetId, string[]]>([
    ['all', LITERATURE],
    ['patients-only', without('radakovic-2009')],
    ['six-months', LITERATURE],
    ['nonsegmental', ['grimes-2004', 'dawid-2006', 'radakovic-2009']],
    ['parallel-groups', ['rafiq-2016', 'tci-infants-2019', 'tac003-nsv-rct-2021']],
    ['no-conflicts', without('rafiq-2016')],
    ['no-overlap', LITERATURE],
    ['review-studies', without('tci-infants-2019', 'tac003-nsv-rct-2021')],
    ['read-twice', LITERATURE],
    ['tacrolimus', without('dawid-2006', 'sendur-2006')],
    ['pimecrolimus', ['dawid-2006', 'sendur-2006', 'tci-infants-2019']],
    ['dropouts-failed', LITERATURE],
    ['icc-0', LITERATURE],
    ['icc-half', LITERATURE],
  ])('%s', (set, studies) => {
    expect(studiesOf(set)).toEqual(studies);
  });

  test('a set by drug takes the arm of the drug, not the trial', () => {
    const infants = analyse({ set: 'pimecrolimus' }).trials.find(({ study }) => study === 'tci-infants-2019')!;
    expect(infants.total).toBe(23);
  });

  test('what is not known is told apart from what does not belong', () => {
    const reasons = new Map(analyse({ set: 'nonsegmental' }).leftOut.map(({ row, reason }) => [row.study, reason]));
    expect(reasons.get('kanwar-2004')).toBe('not-in-set');
    expect(reasons.get('rafiq-2016')).toBe('unknown-for-set');
    expect(reasons.get('tci-infants-2019')).toBe('unknown-for-set');
  });

  test('of the two studies that may share people the second stays out', () => {
    const own = ownRows({ study: 'soriano-2002', leeRef: 23, treatment: 'tci', threshold: 'any', events: 15, total: 19 });
    const both = { ...material, own };
    expect(studiesOf('all', both)).toContain('soriano-2002');
    expect(studiesOf('no-overlap', both)).not.toContain('soriano-2002');
    expect(studiesOf('no-overlap', both)).toContain('grimes-2004');
    // Without a count of the first there is nothing to overlap with.
    expect(studiesOf('no-overlap', { ...both, literature: [] })).toEqual(['soriano-2002']);
  });
});

describe('drop-outs counted as not reached', () => {
  const totals = new Map(analyse({ set: 'dropouts-failed' }).trials.map(({ study, ...trial }) => [study, trial]));

  // Enrolled, from the review's table of studies.
  test.each([
    ['grimes-2004', 17, 23],
    ['kanwar-2004', 19, 25],
    ['dawid-2006', 3, 20],
    ['sendur-2006', 18, 23],
    ['radakovic-2009', 10, 17],
    ['xu-2009', 25, 30],
    ['rafiq-2016', 15, 30],
  ])('%s: %i of the %i who started', (study, events, enrolled) => {
    expect(totals.get(study)).toMatchObject({ events, total: enrolled, people: enrolled });
  });

  test('a study whose drop-outs are not known stays as it is', () => {
    expect(totals.get('tac003-nsv-rct-2021')).toMatchObject({ events: 14, total: 31 });
  });
});

describe('how alike the patches of one person are', () => {
  const variances = (set: SetId) => {
    const question = { treatment: 'tci-phototherapy', ageGroup: 'any', site: 'any', threshold: 75 } as const;
    return analyse({ set, question }).trials.find(({ study }) => study === 'passeron-2004')!.effect!.vi;
  };

  test('23 patches on 14 people: the variance times 23/14, halfway, or as it is', () => {
    const independent = 1 / 16 + 1 / 7;
    expect(variances('icc-0')).toBeCloseTo(independent, 14);
    expect(variances('all')).toBeCloseTo((independent * 23) / 14, 14);
    expect(variances('icc-half')).toBeCloseTo(independent * (1 + (23 / 14 - 1) / 2), 14);
  });
});

describe('the robustness grid', () => {
  const points = [...robustnessGrid(material, AT_75, 0.95)];

  test('has every combination once', () => {
    const names = points.map(({ method, set, without: left }) => JSON.stringify([method, set, left]));
    expect(new Set(names).size).toBe(points.length);
    expect(points).toHaveLength(robustnessSize(material, AT_75));
    expect(new Set(points.map(({ set }) => set)).size).toBe(SET_IDS.length);
    // 9 estimators and 3 intervals on logit and raw with 2 rules for zero cells, and on 2 arcsine scales.
    expect(points.filter(({ set, without: left }) => set === 'all' && left === null)).toHaveLength(9 * 3 * 6);
  });

  test('each point is the pool that a reader gets with these choices', () => {
    for (const { method, set, without: left, answer } of points.filter((_, i) => i % 7 === 0)) {
      const { result } = analyse({ question: AT_75, method, set, without: left === null ? [] : [left] });
      if (result.kind === 'pooled') {
        const { estimate, low, high } = result;
        expect(answer).toEqual({ estimate, low, high });
      } else {
        expect(answer).toBe(result.kind === 'no-answer' ? result.reason : 'too-few-studies');
      }
    }
  });

  test('what has no answer is a point with its reason', () => {
    const reasons = new Set(points.flatMap(({ answer }) => (typeof answer === 'string' ? answer : [])));
    expect(reasons).toEqual(new Set(['too-few-studies', 'no-studies']));
  });

  test('comes one point at a time', () => {
    const grid = robustnessGrid(material, ANY, 0.95);
    expect(grid.next()).toMatchObject({ done: false, value: { set: 'all', without: null } });
  });
});
