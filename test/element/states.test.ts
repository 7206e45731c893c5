import { expect } from '@open-wc/testing';
import type { VitiligoOutlook } from '../../src/index.js';
import { one, show } from './show.js';

const STATES = ['clinician', 'pooled', 'input-error', 'evidence-error'];

const statesOf = (element: VitiligoOutlook) => STATES.filter((name) => element.matches(`:state(${name})`));

describe('states for the page’s style sheet', () => {
  it('are none by default', async () => expect(statesOf(await show())).to.deep.equal([]));

  for (const [name, on, off] of [
    ['clinician', { view: 'clinician' }, { view: 'patient' }],
    ['pooled', { estimates: 'pooled' }, { estimates: 'published' }],
    ['input-error', { site: 'hand' }, { site: 'face-neck' }],
    ['input-error', { theme: 'night' }, { theme: 'dark' }],
    ['evidence-error', { method: { estimator: 'guess' } }, { method: null }],
    ['evidence-error', { studies: { studies: [{ study: 'x' }] } }, { studies: null }],
  ] as const) {
    it(`${name} comes with ${JSON.stringify(on)} and goes with ${JSON.stringify(off)}`, async () => {
      const element = Object.assign(await show(), on) as VitiligoOutlook;
      await element.updateComplete;
      expect(statesOf(element)).to.deep.equal([name]);
      Object.assign(element, off);
      await element.updateComplete;
      expect(statesOf(element)).to.deep.equal([]);
    });
  }

  it('reach a style sheet of the page, beside the element’s parts', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      vitiligo-outlook:state(clinician) { outline: 3px solid rgb(1, 2, 3) }
      vitiligo-outlook:state(clinician)::part(inputs) { border-inline-start: 7px solid rgb(4, 5, 6) }
    `);
    document.adoptedStyleSheets = [sheet];
    const element = await show();
    const seen = () => [getComputedStyle(element).outlineWidth, getComputedStyle(one(element, '.inputs')).borderInlineStartWidth];
    const before = seen();
    element.view = 'clinician';
    await element.updateComplete;
    expect(seen()).to.deep.equal(['3px', '7px']);
    expect(before).not.to.deep.equal(seen());
    document.adoptedStyleSheets = [];
  });
});
