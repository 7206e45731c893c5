import { describe, expect, test } from 'vitest';
import core from '../../data/core.json';
import { answer } from '../../src/evidence/answer.js';
import type { EvidenceCore } from '../../src/evidence/core.js';
import { ESTIMATES, type Estimates, type Inputs } from '../../src/evidence/inputs.js';
import type { Outlook, ResponseEstimate } from '../../src/evidence/outlook.js';
import { english } from '../../src/i18n/translate.js';
import { exactText } from '../../src/view-model/checked-view.js';
import { outlookView, type HarmView } from '../../src/view-model/outlook-view.js';
import type { BarView, ResponseView } from '../../src/view-model/response-view.js';
import { rows } from '../evidence/outlook-table.js';
import { furtherViews, furtherWords } from './further.js';
import { numbersIn, textsWithin, wholePercent } from './one-number.js';

const VIEWS = [
  ['patient', false],
  ['clinician', true],
] as const;
const STATES = VIEWS.flatMap(([view, clinician]) =>
  ESTIMATES.flatMap((estimates) => rows.map(({ title, inputs }) => ({ title, view, clinician, estimates, inputs }))),
);

const outlookFor = (inputs: Inputs, estimates: Estimates) => answer(core as unknown as EvidenceCore, inputs, estimates);

type Rate = Pick<ResponseEstimate, 'estimate' | 'low' | 'high'>;

const rangeOf = ({ low, high }: Rate) =>
  low === null || high === null ? null : { low: wholePercent(low), high: wholePercent(high) };
const limits = (rate: Rate) => Object.values(rangeOf(rate) ?? {});

describe.each(STATES)('$title, $view, $estimates', ({ clinician, estimates, inputs }) => {
  const outlook = outlookFor(inputs, estimates);
  const view = outlookView(outlook, clinician, english);
  const further = furtherViews(outlook);

  test('sentence, number, range, bar and exact figures of every rate say what the outlook says', () => {
    for (const [response, shown] of pairs(outlook, view)) expectResponse(response, shown);
    outlook.adverseEvents.forEach((row, i) => expectRate(row, view.harms.rows[i]!));
    const arms = further.maintenance?.analyses.flatMap(({ arms }) => arms) ?? [];
    expect(arms).toHaveLength(outlook.maintenance?.arms.length ?? 0);
    outlook.maintenance?.arms.forEach((row, i) => {
      expectRate(row, arms[i]!);
      expectExact(row, numbersIn(arms[i]!.exact));
    });
  });

  test('no text has a hole in it', () => {
    const texts = textsWithin([view, further]);
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((text) => /undefined|NaN|null|Infinity|\[object|[{}]/.test(text) || text === '')).toEqual([]);
  });
});

/** Every estimate of an outlook beside what is shown of it. */
function pairs(outlook: Outlook, view: ReturnType<typeof outlookView>): (readonly [ResponseEstimate, ResponseView])[] {
  return outlook.options.flatMap((option, i) => {
    const shown = view.options[i]!;
    const estimates = [...option.responses, ...option.alsoRelevant.flatMap(({ responses }) => responses)];
    const views = [...shown.responses, ...(shown.alsoRelevant?.responses ?? [])];
    expect(views).toHaveLength(estimates.length);
    return estimates.map((estimate, j) => [estimate, views[j]!] as const);
  });
}

function expectResponse(response: ResponseEstimate, shown: ResponseView) {
  expectRate(response, shown);
  const { estimate, participants, threshold } = response;
  const n = wholePercent(estimate);
  const asked = threshold === 'any' ? [] : [threshold];
  const said = numbersIn(shown.sentence);
  if (estimate === 0) expect(said).toEqual([participants, ...asked, ...limits(response).slice(1), 100]);
  else expect(said).toEqual([100, n, ...asked, 100 - n]);
}

function expectRate(rate: Rate, shown: Pick<HarmView, 'of100' | 'rangeText' | 'bar'> & Partial<ResponseView>) {
  expect(shown.of100).toBe(wholePercent(rate.estimate));
  if (shown.range !== undefined) expect(shown.range).toEqual(rangeOf(rate));
  expect(numbersIn(shown.rangeText)).toEqual(rangeOf(rate) ? [...limits(rate), 100] : []);
  expectExact(rate, numbersIn(exactText(rate, english, furtherWords)));
  expectBar(rate, shown.bar);
}

/** The figures with decimals: rounded no further than a twentieth of one of 100, and never to another number of 100. */
function expectExact({ estimate, low, high }: Rate, [shown, ...interval]: number[]) {
  expect(Math.abs(shown! - estimate * 100)).toBeLessThanOrEqual(0.05 + 1e-9);
  if (low === null || high === null) return expect(interval).toEqual([]);
  expect(interval).toHaveLength(3);
  expect(interval[0]).toBe(95);
  expect(Math.abs(interval[1]! - low * 100)).toBeLessThanOrEqual(0.05 + 1e-9);
  expect(Math.abs(interval[2]! - high * 100)).toBeLessThanOrEqual(0.05 + 1e-9);
}

function expectBar(rate: Rate, bar: BarView) {
  expect(bar.estimate).toBeCloseTo(rate.estimate * 100, 10);
  expect(bar.low === null).toBe(rate.low === null);
  if (bar.low !== null) expect(bar.low).toBeCloseTo(rate.low! * 100, 10);
  if (bar.high !== null) expect(bar.high).toBeCloseTo(rate.high! * 100, 10);
  const [, name] = /: (.*)$/.exec(bar.label)!;
  expect(numbersIn(name!)).toEqual([wholePercent(rate.estimate), 100, ...limits(rate)]);
}
