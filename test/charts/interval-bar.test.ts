import { expect, fixtureSync, html } from '@open-wc/testing';
import { intervalBar } from '../../src/charts/interval-bar.js';
import type { BarView } from '../../src/view-model/response-view.js';
import { INPUTS } from '../../src/evidence/inputs.js';
import type { ResponseEstimate } from '../../src/evidence/outlook.js';
import { numbersIn, wholePercent } from '../view-model/one-number.js';
import { all, show } from '../element/show.js';

const WIDTH = 250;
const view: BarView = { label: 'At least 50 %: 40 of 100', estimate: 40, low: 25, high: 62.5, printedLow: null, tone: 50 };

function draw(change: Partial<BarView> = {}): SVGSVGElement {
  return fixtureSync<HTMLElement>(html`<div style="width: ${WIDTH}px">${intervalBar({ ...view, ...change })}</div>`)
    .querySelector('svg')!;
}

/** Where a mark begins and ends, in percent of the picture's width, as the browser laid it out. */
function extent(picture: SVGSVGElement, selector: string): [from: number, to: number] | null {
  const mark = picture.querySelector<SVGGraphicsElement>(selector);
  if (!mark) return null;
  const { x, width } = mark.getBBox();
  const percent = (length: number) => (length / picture.getBoundingClientRect().width) * 100;
  return [percent(x), percent(x + width)];
}

function middle(picture: SVGSVGElement): number {
  const [from, to] = extent(picture, '.bar-estimate')!;
  return (from + to) / 2;
}

function expectExtent(picture: SVGSVGElement, selector: string, from: number, to: number) {
  const [left, right] = extent(picture, selector)!;
  expect(left).to.be.closeTo(from, 0.01);
  expect(right).to.be.closeTo(to, 0.01);
}

describe('an interval bar', () => {
  it('draws the band from limit to limit and the mark at the estimate', () => {
    const picture = draw();
    expectExtent(picture, '.bar-range', 25, 62.5);
    expect(middle(picture)).to.be.closeTo(40, 0.01);
    expect(extent(picture, '.bar-printed')).to.equal(null);
  });

  it('has its axis from 0 to 100 with the middle marked', () => {
    const boxes = [...draw().querySelectorAll<SVGLineElement>('.bar-axis')].map((line) => line.getBBox());
    const ends = boxes.map(({ x, width }) => [x, x + width]);
    expect(ends).to.deep.equal([[0, WIDTH], [0, 0], [WIDTH / 2, WIDTH / 2], [WIDTH, WIDTH]]);
  });

  for (const estimate of [0, 100]) {
    it(`draws the mark at ${estimate}, half of it beyond the axis`, () => {
      const picture = draw({ estimate, low: estimate, high: estimate });
      expect(middle(picture)).to.be.closeTo(estimate, 0.01);
      const [from, to] = extent(picture, '.bar-estimate')!;
      expect(from < 0 || to > 100).to.equal(true);
    });
  }

  it('draws a band that can be seen where both limits are alike', () => {
    const [from, to] = extent(draw({ low: 40, high: 40 }), '.bar-range')!;
    expect(to - from).to.be.greaterThan(0.3).and.lessThan(1);
  });

  for (const missing of [{ low: null }, { high: null }, { low: null, high: null }]) {
    it(`draws no band without ${Object.keys(missing).join(' and ')}`, () => {
      const picture = draw({ ...missing, printedLow: 10 });
      expect(extent(picture, '.bar-range')).to.equal(null);
      expect(middle(picture)).to.be.closeTo(40, 0.01);
    });
  }

  it('hatches from the limit that was printed to the one that is drawn', () => {
    const picture = draw({ printedLow: 10.3 });
    expectExtent(picture, '.bar-printed', 10.3, 25);
    expectExtent(picture, '.bar-range', 25, 62.5);
  });

  it('is one picture with a name', () => {
    const picture = draw();
    expect(picture.getAttribute('role')).to.equal('img');
    expect(picture.ariaLabel).to.equal(view.label);
    expect(picture.querySelectorAll('title, text, [tabindex]')).to.have.lengthOf(0);
  });
});

type Rate = Pick<ResponseEstimate, 'estimate' | 'low' | 'high'> & { readonly printed?: ResponseEstimate['printed'] };

function expectDrawn({ estimate, low, high, printed }: Rate, picture: SVGSVGElement) {
  expect(middle(picture)).to.be.closeTo(estimate * 100, 0.05);
  if (low === null || high === null) expect(extent(picture, '.bar-range')).to.equal(null);
  else expectExtent(picture, '.bar-range', low * 100, high * 100);
  const printedLow = printed?.low;
  if (typeof printedLow !== 'number') expect(extent(picture, '.bar-printed')).to.equal(null);
  else expectExtent(picture, '.bar-printed', printedLow * 100, low! * 100);
  const said = numbersIn(picture.ariaLabel!.replace(/^.*: /, ''));
  const limits = low === null || high === null ? [] : [wholePercent(low), wholePercent(high)];
  expect(said).to.deep.equal([wholePercent(estimate), 100, ...limits]);
}

describe('the bars of the element', () => {
  for (const site of INPUTS.site) {
    for (const ageGroup of ['any', 'child'] as const) {
      it(`stand where the numbers say: ${ageGroup}, ${site}`, async () => {
        const element = await show({ site, ageGroup, maintenance: 'repigmented' });
        for (const closed of all<HTMLDetailsElement>(element, '[part=maintenance] details')) closed.open = true;
        const { options, adverseEvents, maintenance } = element.outlook!;
        const rates: Rate[] = [
          ...maintenance!.arms,
          ...options.flatMap((option) => [option, ...option.alsoRelevant].flatMap(({ responses }) => responses)),
          ...adverseEvents,
        ];
        const pictures = all<SVGSVGElement & Element>(element, 'svg.bar');
        expect(pictures).to.have.lengthOf(rates.length);
        rates.forEach((rate, i) => expectDrawn(rate, pictures[i]!));
        // A mark at 0 or 100 is drawn whole.
        for (const picture of pictures) expect(getComputedStyle(picture).overflow).to.equal('visible');
      });
    }
  }

  it('hatch exactly the two ranges that are read otherwise than printed', async () => {
    const hatched: string[] = [];
    for (const site of INPUTS.site) {
      const element = await show({ site });
      for (const mark of all<SVGRectElement & Element>(element, '.bar-printed')) {
        hatched.push(`${site}: ${mark.closest('svg')!.ariaLabel}`);
        const [, id] = /#([\w-]+)/.exec(getComputedStyle(mark).fill)!;
        expect(element.shadowRoot!.getElementById(id!)!.querySelectorAll('line')).to.have.lengthOf(1);
      }
    }
    // E01 and E02.
    expect(hatched).to.deep.equal([
      'face-neck: At least 25 %: 73 of 100, range 63 to 84',
      'face-neck: At least 50 %: 82 of 100, range 70 to 93',
    ]);
  });
});
