import { expect } from '@open-wc/testing';
import { define, VitiligoOutlook } from '../../src/index.js';
import { all, emptyPage, notices, one, show, showHtml, words } from './show.js';

let tags = 0;
const newTag = () => `outlook-${++tags}`;

describe('properties set before the element is defined', () => {
  it('are taken over when it is', async () => {
    const tag = newTag();
    const element = Object.assign(document.createElement(tag), { site: 'face-neck', view: 'clinician', headingLevel: 4 });
    emptyPage().append(element);
    define(tag);
    const upgraded = element as unknown as VitiligoOutlook;
    await upgraded.updateComplete;
    expect(upgraded.outlook!.inputs.site).to.equal('face-neck');
    expect(upgraded.getAttribute('view')).to.equal('clinician');
    expect(one(upgraded, '.title').ariaLevel).to.equal('4');
    upgraded.site = 'hands-feet';
    expect(upgraded.outlook!.inputs.site).to.equal('hands-feet');
  });

  it('stand against an attribute as the later word of the page', async () => {
    const tag = newTag();
    const page = emptyPage();
    page.innerHTML = `<${tag} site="hands-feet" age-group="child"></${tag}>`;
    const element = Object.assign(page.firstElementChild!, { site: 'face-neck' });
    define(tag);
    await (element as unknown as VitiligoOutlook).updateComplete;
    expect(element.getAttribute('site')).to.equal('face-neck');
    expect(element.getAttribute('age-group')).to.equal('child');
  });
});

describe('define', () => {
  it('does nothing where the name is taken', () => {
    const before = customElements.get('vitiligo-outlook');
    define();
    define('vitiligo-outlook');
    expect(customElements.get('vitiligo-outlook')).to.equal(before);
  });

  it('of a second copy of the module neither throws nor takes over', async () => {
    const before = customElements.get('vitiligo-outlook');
    const second = (await import(String('../../src/index.ts?second'))) as { define(): void; VitiligoOutlook: unknown };
    expect(second.define).not.to.equal(define);
    second.define();
    expect(customElements.get('vitiligo-outlook')).to.equal(before);
  });

  it('registers further names, each with the same evidence and contract', async () => {
    const tag = newTag();
    define(tag);
    const page = emptyPage();
    page.innerHTML = `<${tag} site="face-neck"></${tag}>`;
    const element = page.firstElementChild as VitiligoOutlook;
    await element.updateComplete;
    expect(element).to.be.instanceOf(VitiligoOutlook);
    expect(element.outlook).to.deep.equal((await show({ site: 'face-neck' })).outlook);
  });
});

describe('an element that is moved about', () => {
  it('keeps its answers and goes on working elsewhere in the page', async () => {
    const element = await showHtml('<vitiligo-outlook site="face-neck"></vitiligo-outlook>');
    element.ageGroup = 'child';
    const before = element.outlook;
    emptyPage().appendChild(element);
    await element.updateComplete;
    expect(element.outlook).to.deep.equal(before);
    one(element, 'input[value=hands-feet]').click();
    await element.updateComplete;
    expect(element.outlook!.inputs).to.include({ site: 'hands-feet', ageGroup: 'child' });
  });

  it('does not announce or report anything by being moved', async () => {
    const page = emptyPage();
    const element = await show({ site: 'hand' });
    let events = 0;
    for (const name of ['outlook-change', 'input-error', 'evidence-error']) page.addEventListener(name, () => events++);
    page.append(element);
    await element.updateComplete;
    expect(events).to.equal(0);
    expect(words(one(element, '[role=status]'))).to.equal('');
  });

  it('can be taken out, changed and put back', async () => {
    const element = await show();
    element.remove();
    element.site = 'hands-feet';
    expect(element.outlook!.inputs.site).to.equal('hands-feet');
    await element.updateComplete;
    emptyPage().append(element);
    await element.updateComplete;
    expect(one<HTMLInputElement>(element, 'input[name=site]:checked').value).to.equal('hands-feet');
  });

  it('answers before it is ever in a page', () => {
    const element = Object.assign(document.createElement('vitiligo-outlook'), { site: 'face-neck' });
    expect(element.outlook!.options[0]!.responses).to.have.lengthOf(3);
  });

  it('can be cloned, with what its reader answered', async () => {
    const element = await showHtml('<vitiligo-outlook age-group="child"><p>fallback</p></vitiligo-outlook>');
    one(element, 'input[value=face-neck]').click();
    await element.updateComplete;
    const clone = element.cloneNode(true) as VitiligoOutlook;
    emptyPage().append(clone);
    await clone.updateComplete;
    expect(clone.outlook).to.deep.equal(element.outlook);
    clone.site = 'any';
    expect(element.site).to.equal('face-neck');
  });

  it('stands thirty times in a page, each with answers of its own', async () => {
    const page = emptyPage();
    const sites = ['any', 'face-neck', 'trunk-extremities', 'hands-feet'];
    page.innerHTML = Array.from({ length: 30 }, (_, i) => `<vitiligo-outlook site="${sites[i % 4]}"></vitiligo-outlook>`).join('');
    const elements = [...page.querySelectorAll('vitiligo-outlook')];
    await Promise.all(elements.map(({ updateComplete }) => updateComplete));
    expect(elements.map((element) => element.outlook!.inputs.site)).to.deep.equal(elements.map((_, i) => sites[i % 4]));
    const chosen = elements.map((element) => one<HTMLInputElement>(element, 'input[name=site]:checked').value);
    expect(chosen).to.deep.equal(elements.map((_, i) => sites[i % 4]));
  });
});

describe('lang', () => {
  const LANGS = ['en', 'en-GB', 'auto', '', 'x', 'xx', 'i-klingon', 'en_US', '12', '-', 'a'.repeat(200), 'de--', '"><b>'];

  for (const lang of LANGS) {
    it(`"${lang.slice(0, 20)}" around it or on it neither throws nor leaves it without words`, async () => {
      const page = emptyPage();
      page.lang = lang;
      page.innerHTML = '<vitiligo-outlook></vitiligo-outlook>';
      const element = page.querySelector('vitiligo-outlook')!;
      await element.updateComplete;
      expect(words(one(element, '.title'))).to.contain('vitiligo');
      expect(one(element, '.root').lang).to.equal('en');
      const itself = await show();
      itself.lang = lang;
      itself.remove();
      page.append(itself);
      await itself.updateComplete;
      expect(words(one(itself, '.title'))).to.contain('vitiligo');
    });
  }
});

describe('values of any type, set from script', () => {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  const unreadable = {
    toString: () => {
      throw new Error('no text');
    },
    [Symbol.toPrimitive]: () => {
      throw new Error('no primitive');
    },
  };
  const VALUES: readonly unknown[] = [
    7, NaN, -1, 0, true, false, 9n, Symbol('site'), {}, [], ['any'], new String('any'), cyclic, unreadable,
    Object.create(null), () => 'any', new Date(NaN), new Map(), null, undefined,
  ];
  const PROPERTIES = [
    'ageGroup', 'site', 'phototherapy', 'maintenance', 'estimates', 'view', 'theme', 'headingLevel', 'fixedView',
    'prefilled', 'studies', 'studiesSrc', 'method',
  ] as const;
  for (const property of PROPERTIES) {
    it(`${property}: none throws, each leaves a whole screen, and a right value puts it right`, async () => {
      const element = await show({ view: 'clinician' });
      const whole = all(element, '*').length;
      const right = element[property];
      for (const value of VALUES) {
        Object.assign(element, { [property]: value });
        JSON.stringify(element.outlook);
        await element.updateComplete;
        expect(all(element, '[part=harms] td.number')).to.have.lengthOf(3);
        expect(words(element.shadowRoot!)).not.to.match(/undefined|\[object/);
        // A notice may name a number that is none; nothing else may show one.
        expect(words(one(element, '.layout'))).not.to.contain('NaN');
        Object.assign(element, { [property]: right });
        await element.updateComplete;
        expect(notices(element)).to.deep.equal([]);
        expect(all(element, '*')).to.have.lengthOf(whole);
      }
    });
  }

  it('an input that is neither text nor absent is not understood, and named by its kind', async () => {
    const element = await show();
    for (const [value, name] of [[cyclic, 'object'], [unreadable, 'object'], [7, '7'], [() => 'any', 'function']] as const) {
      Object.assign(element, { site: value });
      await element.updateComplete;
      expect(element.outlook!.inputs.site).to.equal(null);
      expect(notices(element)[0]).to.contain(`site="${name}"`);
    }
  });

  it('null and undefined are absent', async () => {
    const element = await show({ site: 'face-neck' });
    for (const value of [null, undefined]) {
      Object.assign(element, { site: value });
      await element.updateComplete;
      expect(element.outlook!.inputs.site).to.equal('any');
      expect(element.hasAttribute('site')).to.equal(false);
      expect(notices(element)).to.deep.equal([]);
    }
  });
});
