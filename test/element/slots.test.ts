import { expect } from '@open-wc/testing';
import { define } from '../../src/index.js';
import { all, emptyPage, one, show, showHtml, words } from './show.js';

describe('slots', () => {
  it('the text of the page is in view until the element is defined, and not after its first render', async () => {
    const page = emptyPage();
    page.innerHTML = '<slotted-outlook><p>Ask at the desk.</p></slotted-outlook>';
    const element = page.firstElementChild!;
    const fallback = element.firstElementChild!;
    expect(fallback.checkVisibility()).to.equal(true);
    define('slotted-outlook');
    await (element as unknown as { updateComplete: Promise<boolean> }).updateComplete;
    expect(fallback.checkVisibility()).to.equal(false);
    expect(words(element.shadowRoot!)).to.contain('of 100');
  });

  it('header stands above everything, footer below', async () => {
    const element = await showHtml(
      '<vitiligo-outlook><p slot="footer">Phone 1</p><p slot="header">Clinic</p></vitiligo-outlook>',
    );
    const [header, footer] = ['header', 'footer'].map((name) => element.querySelector(`[slot=${name}]`)!);
    expect(header!.checkVisibility() && footer!.checkVisibility()).to.equal(true);
    const bottomOf = (part: Element) => part.getBoundingClientRect().bottom;
    expect(bottomOf(header!)).to.be.at.most(one(element, '.title').getBoundingClientRect().top);
    expect(footer!.getBoundingClientRect().top).to.be.at.least(bottomOf(one(element, '.layout')));
  });

  it('are these three and no others', async () => {
    const names = all<HTMLSlotElement>(await show(), 'slot').map(({ name }) => name);
    expect(names).to.deep.equal(['header', 'footer']);
  });
});

describe('the intended use', () => {
  it('is always in view, and neither a slot nor a part, so that no page can put it away', async () => {
    for (const properties of [{}, { view: 'clinician' }, { site: 'hand' }, { maintenance: 'repigmented', theme: 'dark' }]) {
      const element = await show(properties);
      const line = one(element, '.intended-use');
      expect(words(line)).to.contain('talked over with a clinician').and.to.contain('no advice');
      expect(line.checkVisibility()).to.equal(true);
      expect(line.closest('[part], slot, details')?.outerHTML).to.equal(undefined);
      expect(line.getBoundingClientRect().height).to.be.greaterThan(10);
    }
  });

  it('stays when the page styles every part and fills every slot', async () => {
    const page = emptyPage();
    page.innerHTML = `<style>
        ${['inputs', 'results', 'option', 'harms', 'notes', 'basis'].map((part) => `x-all::part(${part})`).join(', ')} { display: none }
      </style><x-all><p>a</p><p slot="header">b</p><p slot="footer">c</p></x-all>`;
    define('x-all');
    const element = page.lastElementChild!;
    await (element as unknown as { updateComplete: Promise<boolean> }).updateComplete;
    expect(one(element, '[part=results]').checkVisibility()).to.equal(false);
    expect(one(element, '.intended-use').checkVisibility()).to.equal(true);
  });
});

describe('parts', () => {
  it('are those that the manual names', async () => {
    const element = await show({ maintenance: 'repigmented' });
    const parts = new Set(all(element, '[part]').map((part) => part.getAttribute('part')));
    expect([...parts].sort()).to.deep.equal(['basis', 'harms', 'inputs', 'maintenance', 'notes', 'option', 'results', 'support']);
  });
});
