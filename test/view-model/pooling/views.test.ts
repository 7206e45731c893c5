import { describe, expect, test } from 'vitest';
import { compareWithinTrials } from '../../../src/evidence/pooling/comparisons.js';
import { poolHarms } from '../../../src/evidence/pooling/harms.js';
import { DEFAULT_METHOD } from '../../../src/evidence/pooling/method.js';
import { publishedSpreads } from '../../../src/evidence/pooling/published-spread.js';
import { robustnessGrid, robustnessSize } from '../../../src/evidence/pooling/robustness.js';
import { analysisCsv, ANALYSIS_COLUMNS } from '../../../src/adapters/export/analysis-csv.js';
import { analysisJson } from '../../../src/adapters/export/analysis-json.js';
import { analysisR } from '../../../src/adapters/export/analysis-r.js';
import { enPooling } from '../../../src/i18n/en.pooling.js';
import { createPoolingWords } from '../../../src/i18n/pooling.js';
import { english } from '../../../src/i18n/translate.js';
import { comparisonsView } from '../../../src/view-model/pooling/comparison-view.js';
import { forestView } from '../../../src/view-model/pooling/forest-view.js';
import { funnelView } from '../../../src/view-model/pooling/funnel-view.js';
import { harmPoolsView } from '../../../src/view-model/pooling/harm-pools-view.js';
import { methodView } from '../../../src/view-model/pooling/method-view.js';
import { createTally, robustnessView } from '../../../src/view-model/pooling/robustness-view.js';
import { coverageTexts, publishedBesideView, selectionView } from '../../../src/view-model/pooling/selection-view.js';
import { smallStudyView } from '../../../src/view-model/pooling/small-study-view.js';
import { spreadsView } from '../../../src/view-model/pooling/spread-view.js';
import { leaveOneOutView } from '../../../src/view-model/pooling/steps-view.js';
import { analyse, ANY, AT_75, AUDIT, material, ownRows } from '../../evidence/pooling/material.js';

const words = createPoolingWords(english, enPooling);

describe('the forest plot', () => {
  const view = forestView(analyse({ without: ['xu-2009'] }, { ...material, own: ownRows(AUDIT) }), material, words);

  test('has a row for every study, the reader’s own last, with its counts', () => {
    expect(view.rows.map(({ study }) => study).at(-1)).toBe('Clinic audit');
    expect(view.rows.at(-1)).toMatchObject({ counts: '22 of 40 people', of100: 55, own: true, marks: ['your data'] });
    expect(view.rows.find(({ study }) => study === 'radakovic-2009')?.counts).toBe('10 of 15 patches on 15 people');
  });

  test('a study that is switched off stays, without weight; the weights of the others add up to 100', () => {
    expect(view.rows.find(({ study }) => study === 'xu-2009')).toMatchObject({ included: false, weight: null });
    expect(view.rows.reduce((sum, { weight }) => sum + (weight ?? 0), 0)).toBeCloseTo(100, 10);
  });

  test('the text of the diamond has the rounded numbers of its picture', () => {
    const { estimate, low, high, text, of100 } = view.pooled!;
    expect(of100).toBe(Math.round(estimate));
    expect(text).toBe(`${Math.round(estimate)} (${Math.round(low)} to ${Math.round(high)})`);
  });

  test('without a study there is a reason, and no diamond', () => {
    const without = analyse({ question: AT_75 }).trials.map(({ study }) => study);
    const empty = forestView(analyse({ question: AT_75, without }), material, words);
    expect(empty).toMatchObject({ pooled: null, isPool: false, noAnswer: 'No study is left to pool.' });
  });

  test('a single study is not called a pool', () => {
    const one = forestView(analyse({ question: AT_75, without: ['kanwar-2004', 'sendur-2006'] }), material, words);
    expect(one).toMatchObject({ isPool: false, pooled: { label: 'One study, not a pool', text: '13 (2 to 40)' } });
  });
});

describe('counts of the page and of its reader', () => {
  const ofPage = { ...AUDIT, study: 'Page audit' };
  const elsewhere = { site: 'face-neck', arm: 'face' };
  const both = {
    ...material,
    given: ownRows(ofPage, { ...ofPage, ...elsewhere }),
    own: ownRows(AUDIT, { ...AUDIT, ...elsewhere }),
  };
  const analysis = analyse({}, both);
  const named = [['Page audit', 'data of this page'], ['Clinic audit', 'your data']] as const;

  test('are told apart in the forest plot, where both are marked and come last', () => {
    const rows = forestView(analysis, both, words).rows.slice(-2);
    expect(rows.map(({ study, marks, own }) => [study, ...marks, own])).toEqual(named.map((row) => [...row, true]));
  });

  test('in the other pictures', () => {
    for (const [study, mark] of named) {
      const name = `${study} (${mark})`;
      expect(funnelView(analysis, 'size', both, words).points.map(({ label }) => label)).toContain(name);
      expect(leaveOneOutView(analysis, both, words).rows.map(({ label }) => label)).toContain(`without ${name}`);
    }
    const arm = { ...AUDIT, treatment: 'other-comparator', comparator: 'placebo', arm: 'vehicle', events: 9 };
    for (const [list, mark] of [['given', 'data of this page'], ['own', 'your data']] as const) {
      const trials = { ...material, [list]: ownRows(AUDIT, arm) };
      const { comparisons } = comparisonsView(compareWithinTrials(trials, ANY, DEFAULT_METHOD), trials, words);
      const row = comparisons.flatMap(({ rows }) => rows).find(({ study }) => study === AUDIT.study);
      expect(row).toMatchObject({ own: true, marks: [mark] });
    }
  });

  test('in the list of what is left out', () => {
    const { leftOut } = selectionView(analysis, both, words);
    const sources = named.map(([study]) => [study, leftOut.find((row) => row.study === study)?.source]);
    expect(sources).toEqual(named);
  });

  test('in the exports', () => {
    const table = analysisCsv(analysis, both).split('\r\n').map((line) => line.split(','));
    const column = ANALYSIS_COLUMNS.indexOf('origin');
    const originsOf = (study: string) => table.filter((cells) => cells[1] === study).map((cells) => cells[column]);
    expect(originsOf('Page audit')).toEqual(['page', 'page']);
    expect(originsOf('Clinic audit')).toEqual(['reader', 'reader']);
    const { studies, leftOut } = JSON.parse(analysisJson(analysis, both)) as Record<'studies' | 'leftOut', object[]>;
    for (const list of [studies, leftOut]) expect(list.slice(-2)).toMatchObject([{ origin: 'page' }, { origin: 'reader' }]);
    expect(analysisR(analysis, both)).toContain('"literature", "page", "reader"),');
  });
});

describe('selection', () => {
  const analysis = analyse({ question: AT_75 });

  test('says how much of the review is covered, and puts the published number beside it', () => {
    const published = publishedBesideView(analysis, words);
    expect(coverageTexts(analysis, words)[0]).toMatch(/^3 of the 19 studies that the review pooled print the count/);
    expect(published).toMatchObject({ published: [{ text: '18 (13 to 23)' }], pooled: { text: '25 (2 to 84)' } });
    expect(published!.gap.length).toBeGreaterThan(2);
  });

  test('every reason of the records has words of its own', () => {
    const reasons = [...material.literature, ...material.adverseEvents].flatMap((row) => row.notPooledBecause ?? []);
    expect(reasons.filter((reason) => !(`not-pooled.${reason}` in enPooling))).toEqual([]);
    const studies = material.candidates.map(({ study }) => `candidate.${study}`);
    expect(studies.filter((key) => !(key in enPooling))).toEqual([]);
    expect(Object.keys(enPooling).filter((key) => key.startsWith('not-pooled.')).map((key) => key.slice(11)).sort()).toEqual(
      [...new Set(reasons)].sort(),
    );
  });
});

describe('robustness', () => {
  const tally = createTally();
  for (const point of robustnessGrid(material, AT_75, 0.95)) tally.add(point);
  const total = robustnessSize(material, AT_75);
  const estimate = (analyse({ question: AT_75 }).result as { estimate: number }).estimate;
  const view = robustnessView(tally, { question: AT_75, total, estimate }, words);

  test('counts every combination, answered or not', () => {
    const answered = view.bins.reduce((sum, { count }) => sum + count, 0);
    const unanswered = [...tally.unanswered.values()].reduce((sum, count) => sum + count, 0);
    expect(answered + unanswered).toBe(total);
    expect(view.done).toBe(total);
  });

  test('the share counts what differs by more than five of 100', () => {
    const far = view.bins.filter(({ of100 }) => Math.abs(of100 - 25) > 5).reduce((sum, { count }) => sum + count, 0);
    expect(view.default).toBe(25);
    expect(view.share).toContain(english.number(far));
    expect(view.bins.filter(({ differs }) => differs).every(({ of100 }) => of100 < 20 || of100 > 30)).toBe(true);
  });
});

test('small-study tests: the reason, or the tests', () => {
  expect(smallStudyView(analyse(), words)).toMatchObject({ answered: false });
  expect(smallStudyView(analyse({}, { ...material, own: ownRows(AUDIT) }), words).texts).toHaveLength(5);
});

test('leave-one-out marks a study that moves the number by more than five of 100', () => {
  const whole = Math.round((analyse().result as { estimate: number }).estimate * 100);
  for (const { row, moves } of leaveOneOutView(analyse(), material, words).rows) {
    expect(moves).toBe(Math.abs(row!.of100 - whole) > 5);
  }
});

test('funnel by size: log odds of the counts against people', () => {
  const { points } = funnelView(analyse(), 'size', material, words);
  const xu = points.find(({ study }) => study === 'xu-2009')!;
  expect([xu.x, xu.y]).toEqual([Math.log(25 / 30 / (1 - 25 / 30)), 30]);
});

test('comparisons: four trials of light, the two within patients marked with their bounds', () => {
  const view = comparisonsView(compareWithinTrials(material, { ageGroup: 'any', site: 'any' }, DEFAULT_METHOD), material, words);
  const light = view.comparisons.find(({ contrast, threshold }) => contrast === 'light' && threshold === 75)!;
  expect(light.rows).toHaveLength(4);
  const within = light.rows.filter(({ bounds }) => bounds !== null).map(({ study }) => study);
  expect(within).toEqual(['passeron-2004', 'excimer-tac-pilot-2004']);
  expect(light.pooled).not.toBeNull();
  const steroid = view.comparisons.find(({ contrast }) => contrast === 'steroid')!;
  expect(steroid.caution).toBe(enPooling['comparison.wide']);
});

test('side effects: what is pooled, what is shown, and what is missing for each treatment', () => {
  const view = harmPoolsView(poolHarms(material, 'any', DEFAULT_METHOD), material, words);
  const burning = view.groups.find(({ event, treatment }) => event === 'burning' && treatment === 'tci')!;
  expect(burning.included.map(({ counts }) => counts)).toEqual(['3 of 19 people', '4 of 30 people']);
  expect(burning.leftOut.map(({ reason }) => reason)).toEqual(Array(2).fill('Counted by patch, not by person.'));
  expect(view.missing).toHaveLength(3);
});

test('spread: refused in words where it must be, marked, with its measured error', () => {
  const of = (site: 'any' | 'hands-feet') =>
    spreadsView(publishedSpreads(material, { treatment: 'tci', ageGroup: 'any', site }), words);
  expect(of('hands-feet').rows.map(({ refused }) => refused)).toEqual([true, true, true]);
  expect(of('any').rows.map(({ prediction }) => prediction !== null)).toEqual([true, true, true]);
  expect(of('any')).toMatchObject({ mark: 'reconstructed' });
  expect(of('any').error).toMatch(/^Measured: of \d+ meta-analyses/);
});

test('every choice of method and every set has a name and one sentence', () => {
  const { groups, presets, sets } = methodView(words);
  const choices = [...groups.flatMap((group) => group.choices), ...presets, ...sets];
  for (const { label, meaning } of choices) {
    expect(label).not.toMatch(/undefined|\{/);
    expect(meaning).toMatch(/^[A-Z].*\.$/);
  }
  expect(analyse({ question: ANY }).result.kind).toBe('pooled');
});
