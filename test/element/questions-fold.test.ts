import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { VitiligoOutlook } from '../../src/index.js';
import { rows } from '../evidence/outlook-table.js';
import { all, one, show, words } from './show.js';

/** Letters as wide in every browser: what stands in how many lines is measured here. */
const FONT = 'Cairo';

before(async () => {
  for (const weight of [400, 600, 700]) {
    const file = new URL(`../../node_modules/@fontsource/cairo/files/cairo-latin-${weight}-normal.woff2`, import.meta.url);
    document.fonts.add(await new FontFace(FONT, `url(${file.href})`, { weight: String(weight) }).load());
  }
  document.body.style.fontFamily = FONT;
});

after(() => {
  document.body.style.fontFamily = '';
});

afterEach(() => setViewport({ width: 1280, height: 800 }));

/** An element of a width, after which the page scrolls, so that a bar comes into no measure. */
async function showAt(width: number): Promise<VitiligoOutlook> {
  await setViewport({ width, height: 400 });
  return show();
}

const topOf = (part: Element) => part.getBoundingClientRect().top + scrollY;
const button = (element: Element) => one<HTMLButtonElement>(element, '.inputs-head button');
const isShown = (part: Element) => part.checkVisibility();

describe('in a narrow element', () => {
  it('a line sums the questions up, and the first picture stands near the top', async () => {
    for (const width of [320, 400]) {
      const element = await showAt(width);
      expect(isShown(one(element, '.questions'))).to.equal(false);
      expect(words(one(element, '.inputs-summary'))).to.contain('Any age').and.to.contain('Anywhere');
      expect(topOf(all(element, 'svg.array')[0]!) - topOf(element)).to.be.lessThan(660);
    }
  });

  for (const [name, key] of [['Enter', 'Enter'], ['Space', ' ']] as const) {
    it(`${name} opens them and closes them again, and keeps the focus`, async () => {
      const element = await showAt(320);
      button(element).focus();
      for (const isOpen of [true, false]) {
        await sendKeys({ press: key });
        await element.updateComplete;
        expect(button(element).ariaExpanded).to.equal(String(isOpen));
        expect(isShown(one(element, '.questions'))).to.equal(isOpen);
        expect(element.shadowRoot!.activeElement).to.equal(button(element));
      }
    });
  }

  it('nothing above the results moves while they are answered, and the results begin where they began', async () => {
    const element = await showAt(320);
    button(element).click();
    await element.updateComplete;
    const before = topOf(one(element, '.results'));
    for (const radio of all<HTMLInputElement>(element, '.questions input')) {
      radio.click();
      await element.updateComplete;
      expect(topOf(one(element, '.results')), radio.value).to.be.closeTo(before, 0.5);
    }
  });
});

describe('in a wide element', () => {
  it('the questions are open, without a button', async () => {
    const element = await showAt(1000);
    expect(isShown(one(element, '.questions'))).to.equal(true);
    expect(isShown(button(element))).to.equal(false);
  });

  for (const width of [1000, 1280]) {
    it(`questions, choice of threshold and first picture stay where they are whatever is answered, at ${width} px`, async () => {
      const element = await showAt(width);
      const parts = () => [...all(element, 'fieldset'), one(element, '.choice'), all(element, 'svg.array')[0]!];
      const before = parts().map(topOf);
      for (const { inputs } of rows.filter(({ inputs }) => inputs.maintenance === 'treating')) {
        Object.assign(element, inputs);
        await element.updateComplete;
        parts().forEach((part, i) => expect(topOf(part), JSON.stringify(inputs)).to.be.closeTo(before[i]!, 1.5));
      }
    });
  }

  it('pictures and tables of options side by side begin at the same height', async () => {
    const element = await showAt(1280);
    const [first, second] = all(element, '.option');
    const tops = (part: string) => [first!, second!].map((card) => topOf(card.querySelector(part)!));
    for (const part of ['svg.array', 'table']) {
      const [a, b] = tops(part);
      expect(a).to.be.closeTo(b!, 6);
    }
  });
});
