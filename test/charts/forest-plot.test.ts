import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { forestFacts, forestPlot, type HandleToggle } from '../../src/charts/forest-plot.js';
import { forestView } from '../../src/view-model/pooling/forest-view.js';
import counts from '../../data/counts.json';
import { analyse, ANY, AT_75, AUDIT, material, ownRows } from '../evidence/pooling/material.js';
import pools from '../fixtures/r/pools.json';
import { draw, every, isRound, markIn, marksIn, only, outlinesOf, poolingWords, redraw } from './draw.js';

/** What R gave for the largest pool. */
const fromR = pools.pools.find(({ treatment, ageGroup, site, threshold }) =>
  [treatment, ageGroup, site, threshold].join() === 'tci,any,any,any')!;
const withAudit = { ...material, own: ownRows(AUDIT) };
const ignore: HandleToggle = () => {};
const OUT = 'plot-out';

function view(without: readonly string[] = [], of = material, question = ANY) {
  return forestView(analyse({ without, question }, of), of, poolingWords);
}

const rowsOf = (root: ShadowRoot) => every<HTMLTableRowElement>(root, 'tbody tr');
const rowOf = (root: ShadowRoot, study: string, of = view()) =>
  rowsOf(root)[of.rows.findIndex((row) => row.study === study)]!;
/** Of a line across, in pixels from the top of the picture in the foot. */
const yOf = (outline: string) => Number(/ (\S+)H/.exec(outline)![1]);
const cellsOf = (row: Element) => every<HTMLElement>(row, 'th, td').map(({ innerText }) => innerText.trim());

describe('a forest plot', () => {
  it('has a row for every study that R pooled, and one for the pool', () => {
    const root = draw(forestPlot(view(), ignore));
    expect(rowsOf(root)).to.have.lengthOf(fromR.studies.length + 1);
    expect(marksIn(root, 'plot-study')).to.have.lengthOf(fromR.k);
    expect(marksIn(root, 'plot-pool')).to.have.lengthOf(1);
    expect(marksIn(root, OUT)).to.have.lengthOf(0);
  });

  it('draws every study at its proportion', () => {
    const root = draw(forestPlot(view(), ignore));
    for (const study of fromR.studies) {
      const arms = counts.repigmentation.filter(
        (row) => row.study === study && row.treatment === 'tci' && row.threshold === 'any' && row.site === 'all' && row.pool,
      );
      const sum = (key: 'events' | 'total') => arms.reduce((total, arm) => total + arm[key], 0);
      expect(markIn(rowOf(root, study), 'plot-study').middle, study).to.be.closeTo((100 * sum('events')) / sum('total'), 0.05);
    }
  });

  it('draws an interval as exact tables print it: 3 of 14 is 4.66 to 50.80', () => {
    const { from, to } = markIn(rowOf(draw(forestPlot(view(), ignore)), 'dawid-2006'), 'plot-interval');
    expect(from).to.be.closeTo(4.66, 0.1);
    expect(to).to.be.closeTo(50.8, 0.1);
  });

  it("draws squares whose areas are R's weights", () => {
    const root = draw(forestPlot(view(), ignore));
    const sides = fromR.studies.map((study) => Number(/h([\d.]+)v\1h-\1z$/.exec(markIn(rowOf(root, study), 'plot-study').outline)![1]));
    const heaviest = Math.max(...fromR.weights!);
    sides.forEach((side, i) => {
      expect(side ** 2 / Math.max(...sides) ** 2).to.be.closeTo(fromR.weights![i]! / heaviest, 1e-6);
    });
  });

  it("draws the diamond and the line below it at R's limits, and the broken line at R's estimate", () => {
    const root = draw(forestPlot(view(), ignore));
    const [diamond] = marksIn(root, 'plot-pool');
    const { from, to, width, outline } = diamond!;
    expect(from).to.be.closeTo(100 * fromR.low!, 0.05);
    expect(to).to.be.closeTo(100 * fromR.high!, 0.05);
    const [left, , peak] = outline.match(/-?[\d.]+/g)!.map(Number) as [number, number, number];
    expect(from + ((peak - left) * (to - from)) / width).to.be.closeTo(100 * fromR.estimate!, 0.05);
    const lines = marksIn(root, 'plot-prediction');
    expect(Math.min(...lines.map((line) => line.from))).to.be.closeTo(100 * fromR.predictionLow!, 0.1);
    expect(Math.max(...lines.map((line) => line.to))).to.be.closeTo(100 * fromR.predictionHigh!, 0.1);
    const reference = marksIn(root, 'plot-reference');
    expect(reference.map(({ row }) => row)).to.deep.equal(rowsOf(root));
    for (const { middle } of reference) expect(middle).to.be.closeTo(100 * fromR.estimate!, 0.1);
  });

  it('has no diamond, line or broken line where there is no pool', () => {
    const one = draw(forestPlot(view(['kanwar-2004', 'sendur-2006'], material, AT_75), ignore));
    const empty = view(['kanwar-2004', 'sendur-2006', 'radakovic-2009'], material, AT_75);
    const none = draw([forestPlot(empty, ignore), forestFacts(empty)]);
    for (const root of [one, none]) {
      for (const look of ['plot-pool', 'plot-prediction', 'plot-reference']) expect(marksIn(root, look)).to.deep.equal([]);
      expect(rowsOf(root)).to.have.lengthOf(3);
    }
    expect(none.textContent).to.contain(poolingWords.t('no-answer.no-studies'));
  });

  it('tells own data, lesions and studies left out by their shapes', () => {
    const of = view(['xu-2009'], withAudit);
    const root = draw(forestPlot(of, ignore));
    const rows = (look: string) => marksIn(root, look).map(({ row }) => row);
    const round = marksIn(root, 'plot-study').filter(isRound);
    expect(round.map(({ row }) => row)).to.deep.equal([rowOf(root, 'Clinic audit', of)]);
    expect(rows('plot-hole')).to.deep.equal([rowOf(root, 'radakovic-2009', of)]);
    for (const look of [OUT, 'plot-out-line']) expect(rows(look)).to.deep.equal([rowOf(root, 'xu-2009', of)]);
  });

  it('has its marks in the middle of their rows, and the lines of the axis through them', () => {
    for (const width of [320, 900]) {
      const root = draw(forestPlot(view([], withAudit), ignore), width);
      const middles = marksIn(root, 'plot-interval').map(({ row, outline }) => ({ row, y: yOf(outline) }));
      expect(middles.map(({ row }) => row)).to.deep.equal(rowsOf(root).slice(0, -1));
      const { top } = only(root, '[role=img]').getBoundingClientRect();
      for (const { row, y } of middles) {
        const cell = only<HTMLElement>(row, '.plot-cell').getBoundingClientRect();
        expect(top + y).to.be.closeTo(cell.top + cell.height / 2, 0.1);
        const through = marksIn(root, 'plot-grid').filter((line) => line.row === row);
        through.forEach(({ middle }, i) => expect(middle).to.be.closeTo(25 * i, 0.01));
        expect(through).to.have.lengthOf(5);
        for (const { height } of through) expect(height).to.be.closeTo(cell.height, 0.1);
      }
    }
  });

  for (const style of ['scale: 0.5; transform-origin: 0 0', 'zoom: 1.5', 'transform: rotateY(180deg)']) {
    it(`is drawn as it is on a page that is made smaller, larger or turned round: ${style}`, () => {
      const plot = (more = '') => draw(html`<div style="inline-size: 500px; ${more}">${forestPlot(view(), ignore)}</div>`);
      const rightOf = (root: ShadowRoot) =>
        Math.max(...marksIn(root, 'plot-grid').map(({ outline }) => Number(/^M(\S+)/.exec(outline)![1])));
      const right = rightOf(plot());
      const root = plot(style);
      expect(rightOf(root), 'as wide as it is laid out').to.be.closeTo(right, right * 0.01);
      const { top, width } = only(root, '[role=img]').getBoundingClientRect();
      const lines = marksIn(root, 'plot-interval');
      expect(lines).to.have.lengthOf(view().rows.length);
      lines.forEach(({ outline }, i) => {
        const cell = only(rowsOf(root)[i]!, '.plot-cell').getBoundingClientRect();
        expect(top + yOf(outline) * (width / right)).to.be.closeTo(cell.top + cell.height / 2, 2);
      });
    });
  }

  it('has the same marks in each row for print, where nobody knows how high that will be', () => {
    const root = draw(forestPlot(view(['xu-2009'], withAudit), ignore));
    const looks = every(root, '.plot-marks path').map((path) => path.getAttribute('class')!);
    expect(looks).to.include.members(['plot-study', OUT, 'plot-pool']);
    for (const row of rowsOf(root)) {
      for (const look of looks) {
        const here = every<SVGPathElement>(row, `.plot-print path[class="${look}"]`).flatMap(outlinesOf);
        expect(here.length, look).to.equal(marksIn(root, look).filter((mark) => mark.row === row).length);
        const isThrough = /grid|reference/.test(look);
        for (const outline of here) if (!isThrough) expect(outline).to.match(/^M-?[\d.]+ -?\d{1,2}\D/);
      }
      expect(getComputedStyle(only(row, '.plot-print')).display).to.equal('none');
    }
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
    expect(marksIn(root, 'plot-study')).to.have.lengthOf(8);
    expect(marksIn(root, OUT)).to.have.lengthOf(1);
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
        for (const number of every(root, '.plot-number')) {
          const text = document.createRange();
          text.selectNodeContents(number);
          const said = text.getBoundingClientRect();
          expect(said.left >= axis.right || said.right <= axis.left, 'number beside the marks').to.equal(true);
          expect(said.left).to.be.at.least(page.left - 0.5);
          expect(said.right).to.be.at.most(page.right + 0.5);
        }
        const lines = marksIn(root, 'plot-interval');
        expect(lines.map(({ row }) => row)).to.deep.equal(rowsOf(root).slice(0, -1));
        for (const { from, to } of lines) expect(from >= -0.01 && to <= 100.01, `${from} to ${to}`).to.equal(true);
        expect(root.host.scrollWidth).to.be.at.most(width);
      });
    }
  }
});
