import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { funnelPlot } from '../../src/charts/funnel-plot.js';
import { hatching } from '../../src/charts/interval-bar.js';
import { robustnessStrip } from '../../src/charts/robustness-strip.js';
import type { RobustnessPoint } from '../../src/evidence/pooling/robustness.js';
import { DEFAULT_METHOD } from '../../src/evidence/pooling/method.js';
import { funnelView } from '../../src/view-model/pooling/funnel-view.js';
import { createTally, robustnessView, TABLES } from '../../src/view-model/pooling/robustness-view.js';
import { smallStudyView } from '../../src/view-model/pooling/small-study-view.js';
import { analyse, ANY, AUDIT, material, ownRows } from '../evidence/pooling/material.js';
import fixture from '../fixtures/r/pools.json';
import { draw, every, marksIn, middle, only, poolingWords } from './draw.js';

const largest = fixture.pools[0]!;
const withAudit = { ...material, own: ownRows(AUDIT) };
const logit = (p: number) => Math.log(p / (1 - p));

function drawFunnel(kind: 'size' | 'error', of = material, width = 900) {
  const analysis = analyse({}, of);
  return draw(funnelPlot(funnelView(analysis, kind, of, poolingWords), smallStudyView(analysis, poolingWords)), width);
}

/** The value that a place stands for, from the labels that the axis shows. */
function scale(labels: SVGTextElement[], placeOf: (label: SVGTextElement) => number) {
  const [first, last] = [labels[0]!, labels.at(-1)!];
  const valueOf = (label: SVGTextElement) => Number(label.textContent);
  const slope = (valueOf(last) - valueOf(first)) / (placeOf(last) - placeOf(first));
  return (place: number) => valueOf(first) + (place - placeOf(first)) * slope;
}

function scalesOf(root: ShadowRoot) {
  const labels = every<SVGTextElement>(root, '.plot-tick').filter(({ textContent }) => /^-?[\d.]+$/.test(textContent));
  const across = labels.filter((label) => label.getAttribute('text-anchor') === 'middle');
  const up = labels.filter((label) => label.getAttribute('text-anchor') === 'end');
  return {
    x: scale(across, middle),
    // Letters stand four pixels below their line.
    y: scale(up, (label) => Number(label.getAttribute('y')) - 4),
  };
}

function pointsOf(root: ShadowRoot) {
  const { x, y } = scalesOf(root);
  return every<SVGRectElement>(root, '.plot-point').map((mark) => ({
    name: mark.textContent,
    isRound: mark.rx.baseVal.value > 0,
    x: x(middle(mark)),
    y: y(mark.y.baseVal.value),
  }));
}

describe('a funnel plot', () => {
  it('by size: log odds of the counts against people, with the pool of R as a broken line', () => {
    const root = drawFunnel('size');
    const points = pointsOf(root);
    expect(points).to.have.lengthOf(largest.k);
    const xu = points.find(({ name }) => name?.includes('Xu'))!;
    expect(xu.x).to.be.closeTo(Math.log(25 / 5), 0.02);
    expect(xu.y).to.be.closeTo(30, 0.1);
    // All of 46 reached it: half an event is added.
    const infants = points.find(({ name }) => name?.includes('Clin Drug'))!;
    expect(infants.x).to.be.closeTo(Math.log(46.5 / 0.5), 0.02);
    expect(scalesOf(root).x(middle(only(root, '.plot-reference')))).to.be.closeTo(logit(largest.estimate!), 0.02);
    expect(every(root, '.plot-contour')).to.have.lengthOf(0);
  });

  it('by standard error: large studies at the top, and limits of 1.96 standard errors to both sides', () => {
    const root = drawFunnel('error');
    const xu = pointsOf(root).find(({ name }) => name?.includes('Xu'))!;
    expect(xu.x).to.be.closeTo(Math.log(25 / 5), 0.02);
    expect(xu.y).to.be.closeTo(Math.sqrt(1 / 25 + 1 / 5), 0.01);
    const { x, y } = scalesOf(root);
    const contours = every<SVGLineElement>(root, '.plot-contour');
    expect(contours).to.have.lengthOf(2);
    const width = only<SVGSVGElement>(root, '[role=img]').getBoundingClientRect().width;
    const slopes = contours.map(({ x1, x2, y1, y2 }) => {
      const [from, to] = [x1, x2].map(({ baseVal }) => x((baseVal.value / width) * 100)) as [number, number];
      expect(from).to.be.closeTo(logit(largest.estimate!), 0.02);
      expect(y(y1.baseVal.value)).to.be.closeTo(0, 0.001);
      return (to - from) / y(y2.baseVal.value);
    });
    expect(slopes[0]).to.be.closeTo(-1.96, 0.02);
    expect(slopes[1]).to.be.closeTo(1.96, 0.02);
    expect(y(0)).to.be.lessThan(y(100));
  });

  it('shows own data round, and its numbers as a table', () => {
    const root = drawFunnel('size', withAudit);
    expect(pointsOf(root).filter(({ isRound }) => isRound).map(({ name }) => name)).to.deep.equal(['Clinic audit (your data)']);
    const rows = every<HTMLTableRowElement>(root, 'tbody tr').map(({ cells }) => [...cells].map((cell) => cell.textContent));
    expect(rows).to.deep.include(['Clinic audit (your data)', '0.20', '40']);
    expect(rows).to.have.lengthOf(10);
  });

  it('says why there are no tests of few studies, and gives them of ten', () => {
    const reason = poolingWords.t('small-study.few', { found: 9, needed: 10 });
    expect(drawFunnel('size').textContent).to.contain(reason);
    const ten = drawFunnel('size', withAudit);
    expect(ten.textContent).not.to.contain(reason);
    expect(ten.textContent).to.contain('Egger');
  });

  for (const width of [280, 900]) {
    it(`is one picture with a name that fits ${width} pixels, all marks inside`, () => {
      const root = drawFunnel('error', withAudit, width);
      const picture = only<SVGSVGElement>(root, '[role=img]');
      expect(picture.ariaLabel).to.contain('Funnel plot');
      expect(root.host.scrollWidth).to.be.at.most(width);
      const frame = only<HTMLElement>(root, '.root').getBoundingClientRect();
      for (const mark of every(root, '.plot-point, .plot-tick')) {
        const { left, right } = mark.getBoundingClientRect();
        expect(left).to.be.at.least(frame.left);
        expect(right).to.be.at.most(frame.right);
      }
    });
  }
});

describe('the robustness strip', () => {
  /** Made-up numbers of 100 with how many combinations have them; the default is 40. */
  const NUMBERS = new Map([[33, 2], [40, 8], [45, 4], [46, 1]]);

  function drawStrip({ total = 15, unanswered = 0 } = {}) {
    const tally = createTally();
    const add = (answer: RobustnessPoint['answer']) => tally.add({ method: DEFAULT_METHOD, set: 'all', without: null, answer });
    for (const [number, count] of NUMBERS) {
      for (let i = 0; i < count; i++) add({ estimate: number / 100, low: 0, high: 1 });
    }
    for (let i = 0; i < unanswered; i++) add('too-few-studies');
    const view = robustnessView(tally, { question: ANY, total, estimate: 0.4 }, poolingWords);
    return draw(html`${hatching}${robustnessStrip(view, TABLES)}`);
  }

  it('has no empty table before the first number', () => {
    const view = robustnessView(createTally(), { question: ANY, total: 15, estimate: 0.4 }, poolingWords);
    const root = draw(robustnessStrip(view, TABLES));
    expect(every(root, 'table')).to.have.lengthOf(0);
    expect(only<HTMLProgressElement>(root, 'progress').value).to.equal(0);
  });

  it('has a bar at every number, as high as it is frequent', () => {
    const bars = every<SVGRectElement>(drawStrip(), '.plot-bin');
    expect(bars.map((bar) => Math.round(middle(bar)))).to.deep.equal([...NUMBERS.keys()]);
    const heights = bars.map(({ height }) => height.baseVal.value);
    heights.forEach((height, i) => expect(height / heights[1]!).to.be.closeTo([...NUMBERS.values()][i]! / 8, 1e-6));
    for (const { y, height } of bars) expect(y.baseVal.value + height.baseVal.value).to.be.closeTo(120, 1e-6);
  });

  it('hatches those more than 5 from the default, fills the others, and marks the default', () => {
    const root = drawStrip();
    const hatched = every(root, '.plot-bin').filter((bar) => getComputedStyle(bar).fill.includes('#hatch'));
    expect(hatched.map((bar) => Math.round(middle(bar)))).to.deep.equal([33, 46]);
    expect(middle(only(root, '.plot-default'))).to.be.closeTo(40, 0.01);
    expect(only<SVGSVGElement>(root, '.plot-picture').querySelector('desc')!.textContent).to.contain('3 of 15');
  });

  it('shows how far it is, until it is done', () => {
    const [filling, done] = [drawStrip({ total: 60 }), drawStrip()];
    const progress = only<HTMLProgressElement>(filling, 'progress');
    expect([progress.value, progress.max]).to.deep.equal([15, 60]);
    expect(filling.textContent).to.contain('15 of 60');
    expect(every(done, 'progress')).to.have.lengthOf(0);
  });

  it('has its numbers as tables: all of them, and the range of each choice with its line', () => {
    const root = drawStrip({ unanswered: 3, total: 18 });
    const numbers = only<HTMLTableElement>(root, '.plot-numbers');
    const told = [...numbers.tBodies[0]!.rows].map(({ cells }) => [...cells].map((cell) => Number(cell.textContent)));
    expect(told).to.deep.equal([...NUMBERS]);
    const ranges = marksIn(root, 'plot-range');
    expect(ranges).to.have.lengthOf(4);
    for (const { from, to, row } of ranges) {
      expect(from).to.be.closeTo(33 - 0.4, 0.01);
      expect(to).to.be.closeTo(46 + 0.4, 0.01);
      expect(row.textContent).to.contain('33 to 46');
    }
    expect(root.textContent).to.contain('3 combinations have no answer');
  });
});
