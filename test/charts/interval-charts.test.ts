import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { comparisonPlot } from '../../src/charts/comparison-plot.js';
import { harmPoolsPlot } from '../../src/charts/harm-pools-plot.js';
import { hatching } from '../../src/charts/interval-bar.js';
import { spreadPlot } from '../../src/charts/spread-plot.js';
import { stepsPlot } from '../../src/charts/steps-plot.js';
import { compareWithinTrials } from '../../src/evidence/pooling/comparisons.js';
import { poolHarms } from '../../src/evidence/pooling/harms.js';
import { DEFAULT_METHOD } from '../../src/evidence/pooling/method.js';
import { publishedSpreads } from '../../src/evidence/pooling/published-spread.js';
import { comparisonsView } from '../../src/view-model/pooling/comparison-view.js';
import { harmPoolsView } from '../../src/view-model/pooling/harm-pools-view.js';
import { spreadsView } from '../../src/view-model/pooling/spread-view.js';
import { cumulativeView, leaveOneOutView } from '../../src/view-model/pooling/steps-view.js';
import { analyse, ANY, AUDIT, material, ownRows } from '../evidence/pooling/material.js';
import fixture from '../fixtures/r/pools.json';
import { draw, every, isRound, markIn, marksIn, only, poolingWords } from './draw.js';

const largest = fixture.pools[0]!;
const rowsOf = (root: ShadowRoot) => every<HTMLTableRowElement>(root, 'tbody tr');
const headerOf = (row: Element) => row.querySelector('th')!.firstChild!.parentElement!.innerText.split('\n')[0]!;

/** Every picture of intervals is a table with one named picture, its axis, and numbers beside all marks. */
function expectTable(root: ShadowRoot, title: string) {
  expect(only<SVGSVGElement>(root, '[role=img]').ariaLabel).to.equal(title);
  expect(only<HTMLElement>(root, 'caption').innerText.trim()).to.equal(title);
  const marked = new Set(['plot-study', 'plot-pool'].flatMap((look) => marksIn(root, look)).map(({ row }) => row));
  expect(marked.size).to.be.greaterThan(0);
  for (const row of rowsOf(root)) {
    if (marked.has(row)) expect(row.querySelector('.plot-number')!.textContent).to.match(/\d/);
  }
}

describe('steps', () => {
  it('leave one out: of two studies the other one is left, with its exact interval', () => {
    const view = leaveOneOutView(analyse({ question: { ...ANY, threshold: 25 } }), material, poolingWords);
    const root = draw(stepsPlot(view));
    expectTable(root, view.title);
    const row = rowsOf(root).find((one) => headerOf(one).includes('endur'))!;
    const { events, total } = material.literature.find(
      ({ study, treatment, threshold, site }) => [study, treatment, threshold, site].join() === 'radakovic-2009,tci,25,all',
    )!;
    expect(markIn(row, 'plot-study').middle).to.be.closeTo((100 * events) / total, 0.05);
    expect(rowsOf(root)).to.have.lengthOf(2);
  });

  it('cumulative: the last step is the whole pool of R, on the broken line', () => {
    const root = draw(stepsPlot(cumulativeView(analyse(), material, poolingWords)));
    const rows = rowsOf(root);
    expect(rows).to.have.lengthOf(largest.k);
    expect(markIn(rows.at(-1)!, 'plot-study').middle).to.be.closeTo(100 * largest.estimate!, 0.05);
    const { from, to } = markIn(rows.at(-1)!, 'plot-interval');
    expect(from).to.be.closeTo(100 * largest.low!, 0.05);
    expect(to).to.be.closeTo(100 * largest.high!, 0.05);
    const reference = marksIn(root, 'plot-reference');
    expect(reference).to.have.lengthOf(rows.length);
    for (const { middle } of reference) expect(middle).to.be.closeTo(100 * largest.estimate!, 0.1);
  });

  it('that move the number are hollow and say so; own data are round', () => {
    const of = { ...material, own: ownRows(AUDIT) };
    const view = cumulativeView(analyse({}, of), of, poolingWords);
    const root = draw(stepsPlot(view));
    const whole = Math.round(view.whole!);
    const moving = rowsOf(root).filter((row) => {
      const [number] = /\d+/.exec(row.querySelector('.plot-number')!.textContent)!;
      return Math.abs(Number(number) - whole) > 5;
    });
    expect(moving.length).to.be.greaterThan(0);
    expect(marksIn(root, 'plot-hole').map(({ row }) => row)).to.deep.equal(moving);
    expect(every(root, '.plot-notes').map((note) => note.closest('tr'))).to.deep.equal(moving);
    const round = marksIn(root, 'plot-study').filter(isRound);
    expect(round.map(({ row }) => headerOf(row))).to.deep.equal(['Clinic audit (your data) added']);
  });
});

describe('comparisons', () => {
  const { comparisons } = comparisonsView(
    compareWithinTrials(material, { ageGroup: 'any', site: 'any' }, DEFAULT_METHOD),
    material,
    poolingWords,
  );

  /** The ratio that a place on the drawn axis stands for, from two of its labels. */
  function ratioAt(root: ShadowRoot) {
    const ticks = every<SVGTextElement>(root, '.plot-tick').map((text) => ({
      at: Number.parseFloat(text.getAttribute('x')!),
      log: Math.log(Number(text.textContent.replace(',', ''))),
    }));
    const [first, last] = [ticks[0]!, ticks.at(-1)!];
    return (at: number) => Math.exp(first.log + ((at - first.at) / (last.at - first.at)) * (last.log - first.log));
  }

  for (const { contrast, threshold, ratio } of fixture.comparisons) {
    it(`draw R's ratios on a log axis: ${contrast}, ${threshold}`, () => {
      const view = comparisons.find((one) => one.contrast === contrast && String(one.threshold) === threshold)!;
      const root = draw(comparisonPlot(view));
      expectTable(root, view.title);
      const toRatio = ratioAt(root);
      const close = (at: number, wanted: number) => expect(toRatio(at) / wanted).to.be.closeTo(1, 0.02);
      ratio.trials.forEach((trial) => {
        if (typeof trial.estimate !== 'number') return;
        const row = rowsOf(root)[view.rows.findIndex(({ study }) => study === trial.study)]!;
        close(markIn(row, 'plot-study').middle, trial.estimate);
        const { from, to } = markIn(row, 'plot-interval');
        if (from > 0.1) close(from, trial.low);
        if (to < 99.9) close(to, trial.high);
        else expect(markIn(row, 'plot-arrow').to, 'an arrow where it is cut off').to.be.closeTo(100, 0.01);
      });
      const reference = marksIn(root, 'plot-reference');
      expect(reference).to.have.lengthOf(rowsOf(root).length);
      for (const { middle } of reference) close(middle, 1);
      expect(marksIn(root, 'plot-pool')).to.have.lengthOf(view.pooled?.ratio ? 1 : 0);
    });
  }

  it('tell no digits of limits that mean nothing, and no difference beyond all of them', () => {
    const texts = comparisons.flatMap(({ rows, pooled }) => [...rows, ...(pooled ? [pooled] : [])]);
    for (const { ratioText, differenceText } of texts) {
      for (const text of [ratioText, differenceText]) {
        const numbers = [...text.replaceAll(',', '').matchAll(/\d+(\.\d+)?/g)].map(([number]) => Number(number));
        expect(Math.max(0, ...numbers), text).to.be.at.most(1000);
      }
      const points = [...differenceText.matchAll(/-?\d+/g)].map(([number]) => Number(number));
      expect(Math.max(0, ...points.map(Math.abs)), differenceText).to.be.at.most(100);
    }
  });
});

it("side effects: a diamond at R's limits for a pool, a square for a single study, in slate", () => {
  const view = harmPoolsView(poolHarms(material, 'any', DEFAULT_METHOD), material, poolingWords);
  const root = draw(harmPoolsPlot(view));
  expectTable(root, view.title);
  const shown = view.groups.filter(({ row }) => row !== null);
  expect(rowsOf(root)).to.have.lengthOf(shown.length);
  for (const { treatment, event, kind, estimate, low, high } of fixture.harms) {
    const row = rowsOf(root)[shown.findIndex((one) => one.treatment === treatment && one.event === event)]!;
    const { from, to } = markIn(row, kind === 'pooled' ? 'plot-pool' : 'plot-interval');
    expect(from).to.be.closeTo(100 * low, 0.1);
    expect(to).to.be.closeTo(100 * high, 0.1);
    if (kind !== 'pooled') expect(markIn(row, 'plot-study').middle).to.be.closeTo(100 * estimate, 0.05);
  }
  const [red, , blue] = getComputedStyle(every(root, '.plot-pool, .plot-study')[0]!).fill.match(/\d+/g)!.map(Number);
  expect(blue!).to.be.greaterThan(red!);
});

it('the spread behind published numbers: a hatched band, marked, around the printed interval', () => {
  const view = spreadsView(publishedSpreads(material, { treatment: 'tci', ageGroup: 'any', site: 'any' }), poolingWords);
  const root = draw(html`${hatching}${spreadPlot(view)}`);
  expectTable(root, view.title);
  // As printed in the review: 55.0 (42.2-67.8), 38.5 (28.2-48.8), 18.1 (13.2-23.1) of 100 reached 25, 50, 75 %.
  const printed = [[42.2, 55, 67.8], [28.2, 38.5, 48.8], [13.2, 18.1, 23.1]];
  rowsOf(root).forEach((row, i) => {
    const [low, estimate, high] = printed[i]! as [number, number, number];
    const { from, to } = markIn(row, 'plot-interval');
    expect(from).to.be.closeTo(low, 0.1);
    expect(to).to.be.closeTo(high, 0.1);
    expect(markIn(row, 'plot-study').middle).to.be.closeTo(estimate, 0.1);
    const band = markIn(row, 'plot-band');
    expect(getComputedStyle(only(root, '.plot-marks .plot-band')).fill).to.contain('#hatch');
    expect(band.from).to.be.lessThan(from);
    expect(band.to).to.be.greaterThan(to);
    expect(row.textContent).to.contain(poolingWords.t('spread.mark'));
    const [toldFrom, toldTo] = [.../about (\d+) to (\d+)/.exec(row.textContent)!].slice(1).map(Number);
    expect(band.from).to.be.closeTo(toldFrom!, 0.6);
    expect(band.to).to.be.closeTo(toldTo!, 0.6);
  });
  expect(rowsOf(root)).to.have.lengthOf(3);
});
