import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { forestFacts, forestPlot, type HandleToggle } from '../../src/charts/forest-plot.js';
import { forestView } from '../../src/view-model/pooling/forest-view.js';
import counts from '../../data/counts.json';
import { analyse, ANY, AT_75, AUDIT, material, ownRows } from '../evidence/pooling/material.js';
import pools from '../fixtures/r/pools.json';
import { draw, every, extent, middle, only, poolingWords, redraw } from './draw.js';

/** What R gave for the largest pool. */
const fromR = pools.pools.find(({ treatment, ageGroup, site, threshold }) =>
  [treatment, ageGroup, site, threshold].join() === 'tci,any,any,any')!;
const withAudit = { ...material, own: ownRows(AUDIT) };
const ignore: HandleToggle = () => {};

function view(without: readonly string[] = [], of = material, question = ANY) {
  return forestView(analyse({ without, question }, of), of, poolingWords);
}

const rowsOf = (root: ShadowRoot) => every<HTMLTableRowElement>(root, 'tbody tr');
const rowOf = (root: ShadowRoot, study: string, of = view()) =>
  rowsOf(root)[of.rows.findIndex((row) => row.study === study)]!;
const cellsOf = (row: Element) => every<HTMLElement>(row, 'th, td').map(({ innerText }) => innerText.trim());

describe('a forest plot', () => {
  it('has a row for every study that R pooled, and one for the pool', () => {
    const root = draw(forestPlot(view(), ignore));
    expect(rowsOf(root)).to.have.lengthOf(fromR.studies.length + 1);
    expect(every(root, '.plot-study')).to.have.lengthOf(fromR.k);
    expect(every(root, '.plot-pool')).to.have.lengthOf(1);
    expect(every(root, '.plot-out')).to.have.lengthOf(0);
  });

  it('draws every study at its proportion', () => {
    const root = draw(forestPlot(view(), ignore));
    for (const study of fromR.studies) {
      const arms = counts.repigmentation.filter(
        (row) => row.study === study && row.treatment === 'tci' && row.threshold === 'any' && row.site === 'all' && row.pool,
      );
      const sum = (key: 'events' | 'total') => arms.reduce((total, arm) => total + arm[key], 0);
      expect(middle(only(rowOf(root, study), '.plot-study')), study).to.be.closeTo((100 * sum('events')) / sum('total'), 0.05);
    }
  });

  it('draws an interval as exact tables print it: 3 of 14 is 4.66 to 50.80', () => {
    const [from, to] = extent(only(rowOf(draw(forestPlot(view(), ignore)), 'dawid-2006'), '.plot-interval'));
    expect(from).to.be.closeTo(4.66, 0.1);
    expect(to).to.be.closeTo(50.8, 0.1);
  });

  it("draws squares whose areas are R's weights", () => {
    const root = draw(forestPlot(view(), ignore));
    const sides = fromR.studies.map((study) => only<SVGPolygonElement>(rowOf(root, study), '.plot-study').getBBox().width);
    const heaviest = Math.max(...fromR.weights!);
    sides.forEach((side, i) => {
      expect(side ** 2 / Math.max(...sides) ** 2).to.be.closeTo(fromR.weights![i]! / heaviest, 1e-6);
    });
  });

  it("draws the diamond and the line below it at R's limits, and the broken line at R's estimate", () => {
    const root = draw(forestPlot(view(), ignore));
    const diamond = only<SVGPolygonElement>(root, '.plot-pool');
    const [from, to] = extent(diamond);
    expect(from).to.be.closeTo(100 * fromR.low!, 0.05);
    expect(to).to.be.closeTo(100 * fromR.high!, 0.05);
    const [, { x: peak }] = diamond.points as unknown as [DOMPoint, DOMPoint];
    expect(from + (peak * (to - from)) / 100).to.be.closeTo(100 * fromR.estimate!, 0.05);
    const lines = every(root, '.plot-prediction').map((line) => extent(line));
    expect(Math.min(...lines.flat())).to.be.closeTo(100 * fromR.predictionLow!, 0.1);
    expect(Math.max(...lines.flat())).to.be.closeTo(100 * fromR.predictionHigh!, 0.1);
    const reference = every(root, '.plot-reference');
    expect(reference).to.have.lengthOf(rowsOf(root).length);
    for (const line of reference) expect(middle(line)).to.be.closeTo(100 * fromR.estimate!, 0.1);
  });

  it('has no diamond, line or broken line where there is no pool', () => {
    const one = draw(forestPlot(view(['kanwar-2004', 'sendur-2006'], material, AT_75), ignore));
    const empty = view(['kanwar-2004', 'sendur-2006', 'radakovic-2009'], material, AT_75);
    const none = draw([forestPlot(empty, ignore), forestFacts(empty)]);
    for (const root of [one, none]) {
      expect(every(root, '.plot-pool, .plot-prediction, .plot-reference')).to.have.lengthOf(0);
      expect(rowsOf(root)).to.have.lengthOf(3);
    }
    expect(none.textContent).to.contain(poolingWords.t('no-answer.no-studies'));
  });

  it('tells own data, lesions and studies left out by their shapes', () => {
    const of = view(['xu-2009'], withAudit);
    const root = draw(forestPlot(of, ignore));
    const round = every(root, 'circle.plot-study');
    expect(round.map((mark) => mark.closest('tr')!)).to.deep.equal([rowOf(root, 'Clinic audit', of)]);
    expect(every(root, '.plot-hole').map((mark) => mark.closest('tr')!)).to.deep.equal([rowOf(root, 'radakovic-2009', of)]);
    const out = every(root, '.plot-out').map((mark) => mark.closest('tr')!);
    expect(new Set(out)).to.deep.equal(new Set([rowOf(root, 'xu-2009', of)]));
  });

  it('is one picture with a name and a description, and a table with the numbers', () => {
    const root = draw(forestPlot(view(), ignore));
    const picture = only<SVGSVGElement>(root, '[role=img]');
    expect(picture.ariaLabel).to.equal(view().title);
    expect(picture.querySelector('desc')!.textContent).to.equal(view().description);
    expect(every(root, 'svg:not([role=img], svg svg)').every((svg) => svg.ariaHidden === 'true')).to.equal(true);
    expect(cellsOf(rowOf(root, 'dawid-2006')).slice(2)).to.deep.equal(['3 of 14 people', '11.4 %', '21 (5 to 51)']);
    expect(cellsOf(rowsOf(root).at(-1)!).at(-1)).to.equal('75 (47 to 91)');
  });
});

describe('the switches of a forest plot', () => {
  const boxOf = (root: ShadowRoot, study: string, of = view()) => only<HTMLInputElement>(rowOf(root, study, of), 'input');

  it('are named for the study and show what is pooled', () => {
    const root = draw(forestPlot(view(['xu-2009']), ignore));
    const boxes = every<HTMLInputElement>(root, 'input[type=checkbox]');
    expect(boxes.map(({ ariaLabel }) => ariaLabel)).to.deep.equal(view().rows.map(({ toggleLabel }) => toggleLabel));
    expect(boxes.filter(({ checked }) => !checked)).to.deep.equal([boxOf(root, 'xu-2009')]);
  });

  it('work with the space bar, and say which study and whether it is pooled', async () => {
    const calls: unknown[] = [];
    let without: string[] = [];
    const template = () =>
      forestPlot(view(without), (study, included) => {
        calls.push([study, included]);
        without = included ? without.filter((one) => one !== study) : [...without, study];
        redraw(root, template());
      });
    const root = draw(template());
    boxOf(root, 'xu-2009').focus();
    await sendKeys({ press: ' ' });
    // On a busy machine Firefox says that a key was pressed before its page hears of it.
    await waitUntil(() => calls.length === 1, 'the key is heard');
    expect(every(root, '.plot-study')).to.have.lengthOf(9);
    expect(rowOf(root, 'xu-2009').textContent).to.contain(poolingWords.t('weight.none'));
    expect(root.activeElement).to.equal(boxOf(root, 'xu-2009'));
    await sendKeys({ press: ' ' });
    await waitUntil(() => calls.length === 2, 'the key is heard again');
    expect(calls).to.deep.equal([['xu-2009', false], ['xu-2009', true]]);
    expect(rowOf(root, 'xu-2009').textContent).to.contain('12.4 %');
  });

  it('go back to what is pooled where the choice was not taken', () => {
    const root = draw(forestPlot(view(), ignore));
    boxOf(root, 'xu-2009').click();
    redraw(root, forestPlot(view(), ignore));
    expect(boxOf(root, 'xu-2009').checked).to.equal(true);
  });

  for (const width of [280, 320, 480, 900]) {
    it(`are at least 24 pixels large at ${width}`, () => {
      for (const label of every<HTMLElement>(draw(forestPlot(view(), ignore), width), 'label')) {
        const { width: across, height } = label.getBoundingClientRect();
        expect(Math.min(across, height)).to.be.at.least(24);
      }
    });
  }
});

describe('the layout of a forest plot', () => {
  for (const dir of ['ltr', 'rtl']) {
    for (const width of [280, 320, 480, 640, 900, 1200]) {
      it(`has one axis for all rows and fits ${width} pixels, ${dir}`, () => {
        const root = draw(forestPlot(view([], withAudit), ignore), width, dir);
        const page = only<HTMLElement>(root, '.root').getBoundingClientRect();
        const axis = only(root, '[role=img]').getBoundingClientRect();
        expect(axis.width).to.be.greaterThan(90);
        for (const picture of every(root, '.plot-row-picture')) {
          const { left, width: across } = picture.getBoundingClientRect();
          expect(left).to.be.closeTo(axis.left, 0.1);
          expect(across).to.be.closeTo(axis.width, 0.1);
          const number = picture.parentElement!.querySelector('.plot-number')?.firstChild;
          if (!number) continue;
          const text = document.createRange();
          text.selectNodeContents(number.parentElement!);
          const said = text.getBoundingClientRect();
          expect(said.left >= left + across || said.right <= left, 'number beside the marks').to.equal(true);
          expect(said.left).to.be.at.least(page.left - 0.5);
          expect(said.right).to.be.at.most(page.right + 0.5);
        }
        expect(root.host.scrollWidth).to.be.at.most(width);
      });
    }
  }
});
