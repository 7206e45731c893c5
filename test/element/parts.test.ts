import { expect } from '@open-wc/testing';
import { LoadedParts } from '../../src/element/parts.js';
import { createLanguage, english } from '../../src/i18n/translate.js';
import { en } from '../../src/i18n/en.js';
import { VitiligoOutlook } from '../../src/index.js';
import { all, emptyPage, one, show, words } from './show.js';

const loud = { ...en, 'harms.labels': 'LABELS' };
const shouting = createLanguage({ tag: 'en-x-loud', dir: 'ltr', words: { screen: loud } }, 'en');

/** The parts of an element, with the explanations that `details` gives, in a language that a test can change. */
async function partsOf(details = VitiligoOutlook.evidence.details) {
  const element = await show();
  const loads: Promise<void>[] = [];
  const evidence = { ...VitiligoOutlook.evidence, details };
  const source = { element, evidence, language: english, outlook: element.outlook!, pool: () => {}, wait: () => {} };
  const parts = new LoadedParts(() => source, (load) => loads.push(load));
  return { element, loads, parts, source };
}

describe('a part that loads on demand', () => {
  it('loads once, however often it is asked for', async () => {
    let asked = 0;
    const { parts, loads } = await partsOf(() => (asked++, VitiligoOutlook.evidence.details()));
    parts.load('details');
    parts.load('details');
    expect(parts.get('details')).to.equal(null);
    await Promise.all(loads);
    const first = parts.get('details');
    parts.load('details');
    expect(parts.get('details')).to.equal(first);
    expect([asked, loads.length]).to.deep.equal([1, 1]);
  });

  it('is made anew in another language, and not without need', async () => {
    const { parts, loads, source } = await partsOf();
    parts.load('further');
    await Promise.all(loads);
    const before = parts.get('further');
    parts.follow(english);
    expect(parts.get('further')).to.equal(before);
    source.language = shouting;
    parts.follow(shouting);
    expect(parts.get('further')).to.equal(null);
    await Promise.all(loads);
    expect(parts.get('further')).not.to.equal(before);
    expect(loads).to.have.lengthOf(2);
  });

  it('brings its styles into the element, once', async () => {
    const { element, parts, loads } = await partsOf();
    const sheets = () => element.shadowRoot!.adoptedStyleSheets.length;
    const before = sheets();
    parts.load('further');
    await Promise.all(loads);
    expect(sheets()).to.equal(before + 1);
    parts.follow(shouting);
    await Promise.all(loads);
    expect(sheets()).to.equal(before + 1);
  });

  it('that failed can be asked for again where it says so', async () => {
    let attempts = 0;
    const load = () => (++attempts === 1 ? Promise.reject(new Error('offline')) : VitiligoOutlook.evidence.details());
    class Flaky extends VitiligoOutlook {
      static override evidence = { ...VitiligoOutlook.evidence, details: load };
    }
    customElements.define('flaky-outlook', Flaky);
    const element = new Flaky();
    emptyPage().append(element);
    await element.updateComplete;
    const basis = one<HTMLDetailsElement>(element, '.basis');
    basis.open = true;
    await new Promise((resolve) => basis.addEventListener('toggle', resolve, { once: true }));
    await element.updateComplete;
    expect(words(basis)).to.contain('could not be loaded');
    all(element, '.basis .retry')[0]!.click();
    await element.updateComplete;
    expect(words(basis).length).to.be.greaterThan(1000);
  });

  it('which stands on screen is there once an update is complete', async () => {
    const element = await show({ maintenance: 'repigmented', view: 'clinician' });
    expect(all(element, '[part=maintenance] td.number')).to.have.lengthOf(4);
    expect(all(element, '.ratios dt').length).to.be.greaterThan(2);
  });
});
