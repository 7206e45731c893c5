import { expect } from '@open-wc/testing';
import type { VitiligoOutlook } from '../../src/index.js';
import { numbersInLocale } from '../view-model/one-number.js';
import { axeFindings } from './axe.js';
import { openAll } from './open.js';
import { all, emptyPage, one, show, words, type Properties } from './show.js';

/** An element in a page of that language, once it has rendered. */
async function showIn(lang: string, properties: Properties = {}): Promise<VitiligoOutlook> {
  const page = emptyPage();
  page.lang = lang;
  const element = Object.assign(document.createElement('vitiligo-outlook'), properties);
  page.append(element);
  await element.updateComplete;
  return element;
}

const STATES: readonly Properties[] = [
  { site: 'face-neck', phototherapy: 'available' },
  { ageGroup: 'child', site: 'hands-feet', maintenance: 'repigmented' },
  { ageGroup: 'adult', site: 'any', maintenance: 'repigmented', view: 'clinician' },
];

describe('the language of an element', () => {
  it('is that of the page, and says so with its direction', async () => {
    const element = await showIn('ar-EG');
    expect(one(element, '.root')).to.include({ lang: 'ar', dir: 'rtl' });
    expect(words(one(element, '.title'))).to.match(/بهاق/);
  });

  it('follows a change anywhere above it, and of its own', async () => {
    const element = await showIn('es');
    expect(one(element, '.root').lang).to.equal('es');
    element.parentElement!.lang = 'fr';
    await element.updateComplete;
    expect(one(element, '.root').lang).to.equal('fr');
    element.lang = 'ko';
    await element.updateComplete;
    expect(one(element, '.root').lang).to.equal('ko');
    element.removeAttribute('lang');
    element.parentElement!.removeAttribute('lang');
    await element.updateComplete;
    expect(one(element, '.root').lang).to.equal('en');
  });

  it('is no longer followed once the element has left the page', async () => {
    const element = await showIn('es');
    const page = element.parentElement!;
    element.remove();
    page.lang = 'fr';
    await element.updateComplete;
    expect(one(element, '.root').lang).to.equal('es');
    page.append(element);
    await element.updateComplete;
    expect(one(element, '.root').lang).to.equal('fr');
  });

  it('changes neither the outlook nor the answers, and announces nothing', async () => {
    const element = await show({ site: 'face-neck' });
    const before = element.outlook;
    let events = 0;
    element.addEventListener('outlook-change', () => events++);
    element.lang = 'fr';
    await element.updateComplete;
    expect(element.outlook).to.deep.equal(before);
    expect(one<HTMLInputElement>(element, 'input[name=site]:checked').value).to.equal('face-neck');
    expect([events, words(one(element, '[role=status]'))]).to.deep.equal([0, '']);
  });

  it('reaches the parts that are open already, all but what discusses English word by word', async () => {
    const element = await show({ site: 'face-neck' });
    await openAll(element);
    expect(words(one(element, '[part=basis]'))).to.contain('Intended use');
    element.lang = 'es';
    await element.updateComplete;
    expect(words(one(element, '[part=basis]'))).to.contain('Uso previsto');
    expect(words(one(element, '[part=basis]'))).to.contain('pendiente de revisión clínica');
    const errata = all(element, '.errata');
    expect(errata).not.to.have.lengthOf(0);
    for (const { lang, dir, previousElementSibling } of errata) {
      expect([lang, dir]).to.deep.equal(['en', 'ltr']);
      expect(words(previousElementSibling!)).to.contain('está en inglés');
    }
  });

  it('gives the note its words, with digits that other programs read', async () => {
    const element = await showIn('ar-EG', { site: 'face-neck' });
    const note = await element.toText();
    expect(note).to.match(/بهاق/);
    expect(note).to.match(/73\.1%/);
    expect(note).not.to.match(/[٠-٩]/);
    expect(await element.toCsv()).to.equal(await (await show({ site: 'face-neck' })).toCsv());
  });
});

describe('numbers on screen', () => {
  for (const lang of ['ar-EG', 'ar-MA', 'fr', 'ko', 'es']) {
    it(`are the same in ${lang} as in English, cell by cell`, async () => {
      const cells = (element: Element, locale: string) =>
        all(element, 'td.number > [aria-hidden]').map((cell) => numbersInLocale(words(cell), locale));
      for (const state of STATES) {
        const [english, other] = [await show(state), await showIn(lang, state)];
        expect(cells(english, 'en').length).to.be.above(3);
        expect(cells(other, lang)).to.deep.equal(cells(english, 'en'));
      }
    });
  }

  it('are all in the digits of the region', async () => {
    const element = await showIn('ar-EG', { site: 'face-neck' });
    const texts = all(element, 'td.number, .sentence, .headline, .fine, .match').map(words);
    expect(texts.join(' ')).to.match(/[٠-٩]/);
    // Ids of errata are names.
    expect(texts.map((text) => text.replace(/\bE\d\d\b/g, '')).filter((text) => /\d/.test(text))).to.deep.equal([]);
  });
});

describe('axe in other languages', () => {
  for (const lang of ['ar', 'ko']) {
    for (const state of STATES) {
      it(`finds nothing in ${lang}: ${JSON.stringify(state)}`, async function () {
        this.timeout(60_000);
        const element = await showIn(lang, { ...state, theme: 'light' });
        await openAll(element);
        // The analysis stays in English, and has tests of its own.
        for (const part of all<HTMLDetailsElement>(element, '[part=analysis]')) part.open = false;
        expect(await axeFindings(element)).to.deep.equal([]);
      });
    }
  }
});
