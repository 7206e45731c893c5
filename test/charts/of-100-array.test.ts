import { expect, fixtureSync, html } from '@open-wc/testing';
import { ofHundredArray, type ArrayFigures, type Icons } from '../../src/charts/of-100-array.js';
import { INPUTS } from '../../src/evidence/inputs.js';
import type { VitiligoOutlook } from '../../src/index.js';
import { all, one, show, words } from '../element/show.js';
import { wholePercent } from '../view-model/one-number.js';

const CELLS = Array.from({ length: 100 }, (_, i) => i);

/** A point of a cell that the icon covers, and one in the cell's corner, which only a band covers. */
const middleOf = (cell: number) => new DOMPoint((cell % 10) * 10 + 5, Math.floor(cell / 10) * 10 + 7);
const cornerOf = (cell: number) => new DOMPoint((cell % 10) * 10 + 0.7, Math.floor(cell / 10) * 10 + 0.7);

/** What is drawn, cell by cell, as the browser fills it: not what the path says. */
function drawn(array: Element) {
  const cellsOf = (part: string, point: (cell: number) => DOMPoint) => {
    const path = array.querySelector<SVGPathElement & Element>(`.array-${part}`);
    return path ? CELLS.filter((cell) => path.isPointInFill(point(cell))) : [];
  };
  return {
    reached: cellsOf('reached', middleOf),
    rest: cellsOf('rest', middleOf),
    range: cellsOf('range', cornerOf),
  };
}

const from = (start: number, end: number) => CELLS.slice(start, end);

function draw(of100: number, range: ArrayFigures['range'], icons: Icons = 'shapes'): Element {
  const figures: ArrayFigures = { of100, range, bar: { label: 'a name', tone: 75 } };
  return fixtureSync<Element>(html`<div>${ofHundredArray(figures, icons, 'sentence')}</div>`).querySelector('svg')!;
}

describe('an array of 100', () => {
  for (const icons of ['shapes', 'people'] as const) {
    it(`has one icon in every cell, filled up to the number and outlined after it: ${icons}`, () => {
      for (const n of [0, 1, 9, 10, 18, 50, 99, 100]) {
        const { reached, rest } = drawn(draw(n, null, icons));
        expect(reached).to.deep.equal(from(0, n));
        expect(rest).to.deep.equal(from(n, 100));
      }
    });
  }

  const BANDS = [[0, 7], [13, 23], [3, 4],
    [28, 49], [31, 64], [18, 22], [15, 17], [90, 100], [0, 100], [19, 21]] as const;
  for (const [low, high] of BANDS) {
    it(`has a band behind ${low} up to ${high}, and behind no other`, () => {
      expect(drawn(draw(20, { low, high })).range).to.deep.equal(from(low, high));
    });
  }

  it('has no band where there is no interval, or one without width', () => {
    expect(drawn(draw(20, null)).range).to.deep.equal([]);
    expect(draw(20, { low: 20, high: 20 }).querySelector('.array-range')).to.equal(null);
  });

  it('tells filled from outlined, and the band from both, without colour', () => {
    const array = draw(20, { low: 10, high: 30 });
    const d = (part: string) => array.querySelector(`.array-${part}`)!.getAttribute('d')!;
    expect(d('reached').split('M')[1]).not.to.equal(d('rest').split('M')[1]);
    expect(d('range').match(/M/g)).to.have.lengthOf(1);
  });

  it('is one image with a name and a description', () => {
    const array = draw(20, null);
    expect([array.role, array.ariaLabel, array.getAttribute('aria-describedby')]).to.deep.equal(['img', 'a name', 'sentence']);
    expect(array.querySelectorAll('[role], title, text')).to.have.lengthOf(0);
  });
});

describe('the arrays of the element', () => {
  for (const site of INPUTS.site) {
    for (const threshold of [75, 50, 25]) {
      it(`show what the outlook says, in the order of the options: ${site}, at least ${threshold} %`, async () => {
        const element = await show({ site });
        if (threshold !== 75) await choose(element, threshold);
        const { options, adverseEvents } = element.outlook!;
        const rates = options.flatMap(({ responses }) => responses.filter((rate) => rate.threshold === threshold));
        const arrays = all<SVGSVGElement & Element>(element, 'svg.array');
        expect(arrays).to.have.lengthOf(rates.length + adverseEvents.length);
        [...rates, ...adverseEvents].forEach(({ estimate, low, high }, i) => {
          const shown = drawn(arrays[i]!);
          expect(shown.reached).to.deep.equal(from(0, wholePercent(estimate)));
          const range = low === null || high === null ? [] : from(wholePercent(low), wholePercent(high));
          expect(shown.range).to.deep.equal(range);
        });
      });
    }
  }

  it('are described by a sentence that says both sides, or what cannot be excluded', async () => {
    for (const site of INPUTS.site) {
      const element = await show({ site });
      for (const array of all(element, '.option svg.array')) {
        const sentence = words(element.shadowRoot!.getElementById(array.getAttribute('aria-describedby')!)!);
        const reached = drawn(array).reached.length;
        if (reached === 0) expect(sentence).to.contain('None of').and.to.contain('cannot be excluded');
        else expect(sentence).to.contain(String(reached)).and.to.contain(`${100 - reached} did not`);
      }
    }
  });

  it('have a table of the same rates beside them', async () => {
    const element = await show();
    for (const array of all(element, 'svg.array')) {
      const table = array.closest('[part]')!.querySelector('table')!;
      const number = words(array.closest('.picture')!.querySelector('.headline > span')!);
      expect([...table.querySelectorAll('td.number b')].map(words)).to.include(number);
    }
  });

  it('of benefits and harms are as large as one another, and their words alike', async () => {
    const element = await show({ phototherapy: 'unavailable' });
    const [benefit, ...harms] = all(element, 'svg.array').map((array) => array.getBoundingClientRect().width);
    expect(harms).to.have.lengthOf(3);
    for (const width of harms) expect(width).to.be.closeTo(benefit!, 1);
    const look = (selector: string) => {
      const { fontSize, fontWeight, color } = getComputedStyle(all(element, selector)[0]!);
      return [fontSize, fontWeight, color];
    };
    for (const part of ['.big-number', '.sentence', '.picture-label', 'td.number b', 'th[scope=row]']) {
      expect(look(`[part=harms] ${part}`), part).to.deep.equal(look(`[part=option] tr:not(.chosen) ${part}, [part=option] .picture ${part}`));
    }
  });

  it('are people where the page asks for them', async () => {
    const shapes = one(await show({ icons: 'shapes', phototherapy: 'unavailable' }), '.option .array-reached');
    const people = one(await show({ icons: 'people', phototherapy: 'unavailable' }), '.option .array-reached');
    expect(people.getAttribute('d')).not.to.equal(shapes.getAttribute('d'));
  });

  it('open on at least 75 % and keep the threshold that a reader chose', async () => {
    const element = await show();
    const pressed = () => words(one(element, '.choice [aria-pressed=true]'));
    expect(pressed()).to.equal('75 %');
    await choose(element, 50);
    expect(pressed()).to.equal('50 %');
    element.site = 'face-neck';
    await element.updateComplete;
    expect(pressed()).to.equal('50 %');
    expect(words(one(element, '[data-treatment=phototherapy]'))).to.contain('No estimate');
  });

  it('of a treatment with several months at one threshold are small, one for each, and none is in front', async () => {
    const element = await show();
    const card = one(element, '[data-treatment=phototherapy]');
    expect(card.querySelectorAll('.picture.small svg.array')).to.have.lengthOf(3);
    expect(card.querySelectorAll('.big-number')).to.have.lengthOf(0);
    await choose(element, 50);
    expect(card.querySelectorAll('svg.array')).to.have.lengthOf(0);
    expect(words(card)).to.contain('no number for that much');
  });

  it('are not in the clinician view, which has all thresholds at once', async () => {
    const element = await show({ view: 'clinician' });
    expect(all(element, 'svg.array, .choice')).to.deep.equal([]);
  });
});

async function choose(element: VitiligoOutlook, threshold: number): Promise<void> {
  all(element, '.choice button').find((button) => words(button) === `${threshold} %`)!.click();
  await element.updateComplete;
}
