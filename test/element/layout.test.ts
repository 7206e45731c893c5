import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { VitiligoOutlook } from '../../src/index.js';
import { axeFindings } from './axe.js';
import { openAll } from './open.js';
import { all, one, show, words, type Properties } from './show.js';

const WIDTHS = [280, 320, 768, 1280] as const;
const STATES: readonly Properties[] = [
  {},
  { ageGroup: 'child', site: 'face-neck', maintenance: 'repigmented' },
  { view: 'clinician', ageGroup: 'child', site: 'face-neck', maintenance: 'repigmented' },
  { view: 'clinician', estimates: 'pooled', phototherapy: 'unavailable' },
  { site: 'hand', view: 'doctor' },
];

/** The least size of a target, in CSS pixels (WCAG 2.2, 2.5.8). */
const TARGET = 24;

beforeEach(() => {
  document.body.style.margin = '0';
});

afterEach(async () => {
  document.documentElement.style.fontSize = '';
  await setViewport({ width: 800, height: 600 });
});

/** What runs out of its box or of the page, sideways. */
function overflowing(element: VitiligoOutlook): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const page = scrollWidth > clientWidth ? [`page: ${scrollWidth} of ${clientWidth} px`] : [];
  const right = element.getBoundingClientRect().right + 0.5;
  const parts = all(element, '.root *:not(svg *)').filter((part) => part.checkVisibility() && !isForEars(part));
  const outside = parts.filter((part) => part.getBoundingClientRect().right > right);
  // A box that text flows in has a width to run out of; an inline one has not. Browsers shorten what stands in a
  // control of their own, and some count what they left out.
  const cut = parts.filter(
    (part) =>
      !part.matches('input, select') &&
      getComputedStyle(part).display !== 'inline' &&
      part.scrollWidth > part.clientWidth + 1,
  );
  const found = [...outside, ...cut];
  const innermost = found.filter((part) => !found.some((other) => isWithin(other, part)));
  return [...page, ...innermost.map((part) => `${part.localName}.${part.className}: ${words(part).slice(0, 60)}`)];
}

const isWithin = (inner: Element, outer: Element) => inner !== outer && outer.contains(inner);

const isForEars = (part: Element) => part.closest('.visually-hidden, .hatching') !== null || part instanceof SVGElement;

function smallTargets(element: VitiligoOutlook): string[] {
  return all(element, 'label, button, summary')
    .filter((target) => target.checkVisibility())
    .map((target) => ({ target, box: target.getBoundingClientRect() }))
    .filter(({ box }) => box.width < TARGET || box.height < TARGET)
    .map(({ target, box }) => `${words(target)}: ${box.width} x ${box.height}`);
}

for (const width of WIDTHS) {
  describe(`at ${width} px`, () => {
    beforeEach(() => setViewport({ width, height: 800 }));

    for (const state of STATES) {
      it(`nothing runs out sideways, and every target is large enough: ${JSON.stringify(state)}`, async () => {
        const element = await show(state);
        expect(element.clientWidth).to.equal(width);
        expect(overflowing(element)).to.deep.equal([]);
        expect(smallTargets(element)).to.deep.equal([]);
      });
    }

    it('nothing runs out with every explanation open', async function () {
      this.timeout(30_000);
      const element = await show(STATES[2]);
      await openAll(element);
      expect(overflowing(element)).to.deep.equal([]);
      expect(smallTargets(element)).to.deep.equal([]);
    });

    it('nothing runs out at twice the size of the text', async () => {
      for (const state of STATES) {
        const element = await show(state);
        element.style.fontSize = '32px';
        expect(getComputedStyle(one(element, '.questions')).fontSize).to.equal('32px');
        expect(overflowing(element)).to.deep.equal([]);
      }
    });

    it('nothing runs out with more room between lines, words and letters', async () => {
      for (const state of STATES) {
        const element = await show(state);
        element.shadowRoot!.adoptedStyleSheets.push(roomyText());
        expect(overflowing(element)).to.deep.equal([]);
      }
    });
  });
}

/** The spacing that WCAG 2.2, 1.4.12, asks to bear. */
function roomyText(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }
  `);
  return sheet;
}

describe('in a page with small text', () => {
  for (const fontSize of ['11px', '13px', '14px']) {
    it(`every target is large enough at ${fontSize}`, async function () {
      this.timeout(30_000);
      for (const view of ['patient', 'clinician']) {
        const element = await show({ ...STATES[1], view });
        element.style.fontSize = fontSize;
        await openAll(element);
        expect(smallTargets(element)).to.deep.equal([]);
      }
    });
  }
});

describe('by its own width, not the window’s', () => {
  const isBeside = (element: VitiligoOutlook) =>
    one(element, '.inputs').getBoundingClientRect().right <= one(element, '.results').getBoundingClientRect().left;

  it('the questions stand beside the results where there is room, and above them in a side panel', async () => {
    await setViewport({ width: 1280, height: 800 });
    const element = await show();
    expect(isBeside(element)).to.equal(true);
    element.style.inlineSize = '340px';
    expect(isBeside(element)).to.equal(false);
    expect(overflowing(element)).to.deep.equal([]);
  });

  it('a page with another root font size changes nothing', async () => {
    const element = await show();
    const before = element.getBoundingClientRect().height;
    document.body.style.fontSize = '16px';
    document.documentElement.style.fontSize = '10px';
    const after = element.getBoundingClientRect().height;
    document.body.style.fontSize = '';
    expect(after).to.equal(before);
  });

  it('columns mirror where the page is written from right to left', async () => {
    await setViewport({ width: 320, height: 800 });
    const element = await show(STATES[1]);
    one(element, '.root').dir = 'rtl';
    expect(one(element, '.root').scrollWidth).to.equal(one(element, '.root').clientWidth);
    const [label, number] = ['th[scope=row]', 'td.number'].map((cell) => all(element, cell)[0]!.getBoundingClientRect());
    expect(label!.left).to.be.greaterThan(number!.left);
  });
});

describe('colours', () => {
  const surface = (element: VitiligoOutlook) => getComputedStyle(one(element, '.root')).backgroundColor;

  it('can be set by the page, and the text follows', async () => {
    const element = await show();
    element.style.setProperty('--vitiligo-outlook-surface', 'rgb(1, 2, 3)');
    element.style.setProperty('--vitiligo-outlook-text', 'rgb(250, 251, 252)');
    expect(surface(element)).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(all(element, 'legend')[0]!).color).to.equal('rgb(250, 251, 252)');
  });

  it('axe would find a text too pale, so that its silence means something', async () => {
    const element = await show();
    element.style.setProperty('--vitiligo-outlook-muted', 'rgb(200, 200, 200)');
    expect((await axeFindings(element, ['color-contrast'])).length).to.be.greaterThan(5);
  });
});
