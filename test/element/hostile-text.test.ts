import { expect } from '@open-wc/testing';
import { ALLOWED, attributeName, type HostProperty } from '../../src/element/host-values.js';
import { INPUT_NAMES } from '../../src/evidence/inputs.js';
import { all, emptyPage, notices, show, words } from './show.js';

declare global {
  interface Window {
    wasRun?: boolean;
  }
}

/** Text that would run, load, close a tag, or stand for something else, if it were not taken as text. */
const HOSTILE: readonly string[] = [
  '"><img src=x onerror="window.wasRun=true">',
  "'><svg onload='window.wasRun=true'>",
  '<script>window.wasRun=true</script>',
  '<style>* { display: none }</style>',
  '</div></p></template><b>bold</b>',
  'javascript:window.wasRun=true',
  '${alert(1)}',
  '{allowed}{value}{attribute}{__proto__}',
  '$& $1 $` $$',
  '__proto__',
  'constructor',
  'toString',
  '\u202Eany\u0000\uFFFF',
  '&lt;b&gt;',
  '<!--lit-->${}{{}}',
  'x'.repeat(5000),
];

const line = (text: string) => text.replace(/\s+/g, ' ').trim();

const elementsOfOthers = (element: Element) =>
  all(element, 'img, script, style, b:not(td b), template, iframe, [onload], [onerror]');

describe('hostile text', () => {
  for (const property of Object.keys(ALLOWED) as HostProperty[]) {
    it(`in ${attributeName(property)} is shown as text`, async () => {
      const element = await show();
      const nodes = all(element, '*').length;
      for (const text of HOSTILE) {
        element.setAttribute(attributeName(property), text);
        await element.updateComplete;
        expect(notices(element)).to.have.lengthOf(1);
        expect(notices(element)[0]).to.contain(line(`${attributeName(property)}="${text}"`));
        expect(elementsOfOthers(element)).to.deep.equal([]);
        element.removeAttribute(attributeName(property));
        await element.updateComplete;
        expect(all(element, '*')).to.have.lengthOf(nodes);
      }
      expect(window.wasRun).to.equal(undefined);
    });
  }

  for (const name of INPUT_NAMES) {
    it(`in prefilled.${name} is shown as text`, async () => {
      const element = await show();
      for (const text of HOSTILE) {
        element.prefilled = { [name]: text };
        await element.updateComplete;
        expect(all(element, '.prefilled').map(words)).to.deep.equal([line(`Filled in from: ${text}`)]);
        expect(elementsOfOthers(element)).to.deep.equal([]);
      }
      expect(window.wasRun).to.equal(undefined);
    });
  }

  it('in prefilled does not come from a prototype', async () => {
    const element = await show();
    element.prefilled = Object.create({ toString: () => 'x' }) as object;
    await element.updateComplete;
    expect(all(element, '.prefilled')).to.deep.equal([]);
  });

  it('in lang and in the attributes that the element does not know goes nowhere', async () => {
    for (const text of HOSTILE) {
      const page = emptyPage();
      const element = document.createElement('vitiligo-outlook');
      for (const name of ['lang', 'title', 'fixed-view', 'data-site']) element.setAttribute(name, text);
      page.append(element);
      await element.updateComplete;
      expect(notices(element)).to.deep.equal([]);
      expect(elementsOfOthers(element)).to.deep.equal([]);
    }
    expect(window.wasRun).to.equal(undefined);
  });
});
