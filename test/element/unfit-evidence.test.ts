import { expect } from '@open-wc/testing';
import { EvidenceErrorEvent, VitiligoOutlook } from '../../src/index.js';
import { BREAKS, put, type Loose } from '../evidence/core-breaks.js';
import { openAll } from './open.js';
import { all, emptyPage, notices, one, show, words } from './show.js';

const { core, counts, details } = VitiligoOutlook.evidence;
let tags = 0;

/** An element of a class that has evidence of its own, with text of the page in it, and what it reported. */
async function showWith(evidence: object | undefined, attributes = '') {
  const tag = `host-outlook-${++tags}`;
  customElements.define(
    tag,
    class extends VitiligoOutlook {
      static override evidence = evidence as typeof VitiligoOutlook.evidence;
    },
  );
  const page = emptyPage();
  const events: EvidenceErrorEvent[] = [];
  page.addEventListener('evidence-error', (event) => events.push(event));
  page.innerHTML = `<${tag} ${attributes}><p class="fallback">Ask at the desk.</p><p slot="header">Clinic</p></${tag}>`;
  const element = page.firstElementChild as VitiligoOutlook;
  await element.updateComplete;
  return { element, events, fallback: element.querySelector('.fallback')! };
}

function expectUnfit({ element, fallback }: Awaited<ReturnType<typeof showWith>>) {
  expect(element.outlook).to.equal(null);
  expect(fallback.checkVisibility()).to.equal(true);
  expect(element.querySelector('[slot=header]')!.checkVisibility()).to.equal(true);
  expect(notices(element)).to.deep.equal(['The evidence could not be read. No numbers are shown.']);
  expect(all(element, 'table, svg.bar, .big-number, input')).to.deep.equal([]);
  expect(words(element.shadowRoot!)).not.to.match(/undefined|NaN|\[object|\d/);
  expect(words(one(element, '.intended-use'))).to.contain('no advice');
}

describe('a damaged core', () => {
  it('waits for nothing more where the page’s studies cannot be read either, which the event says', async () => {
    const shown = await showWith({});
    Object.assign(shown.element, { studies: { studies: [{ study: 'x' }] } });
    await shown.element.updateComplete;
    await shown.element.updateComplete;
    expect(shown.events.length).to.be.greaterThan(1);
    expect(words(shown.element.shadowRoot!)).not.to.contain('Loading');
    expectUnfit(shown);
  });

  for (const [code, path, value] of BREAKS) {
    it(`${code} at ${path.join('.')}: it says so, reports where, and leaves the text of the page in view`, async () => {
      const damaged: Loose = structuredClone(core);
      put(damaged, path, value);
      const shown = await showWith({ core: damaged, details, counts });
      expectUnfit(shown);
      expect(shown.events).to.have.lengthOf(1);
      expect(shown.events[0]!.issues.map((issue) => [issue.code, issue.path.join('.')])).to.deep.include([code, path.join('.')]);
    });
  }

  for (const [what, evidence] of [
    ['no evidence', undefined],
    ['an empty object', {}],
    ['null for a core', { core: null }],
    ['text for a core', { core: '<html>404</html>' }],
  ] as const) {
    it(`${what}: the same`, async () => {
      const shown = await showWith(evidence);
      expectUnfit(shown);
      expect(shown.events).to.have.lengthOf(1);
    });
  }

  it('answers null before it is in a page, too', () => {
    const tag = `host-outlook-${++tags}`;
    const Damaged = class extends VitiligoOutlook {
      static override evidence = { core: {}, details, counts } as typeof VitiligoOutlook.evidence;
    };
    customElements.define(tag, Damaged);
    expect(new Damaged().outlook).to.equal(null);
  });

  it('does not report a change of the outlook, nor throw when an answer is set', async () => {
    const { element } = await showWith({ core: {} });
    let changes = 0;
    element.addEventListener('outlook-change', () => changes++);
    element.site = 'face-neck';
    await element.updateComplete;
    expect(changes).to.equal(0);
    expect(notices(element)).to.have.lengthOf(1);
  });
});

describe('evidence of the page that is fit', () => {
  it('is what the class answers from, and no other class', async () => {
    const own: Loose = structuredClone(core);
    own.evidence.version = '2027.9';
    const { element, events, fallback } = await showWith({ core: own, details, counts });
    expect(element.outlook!.evidence.version).to.equal('2027.9');
    expect(words(element.shadowRoot!)).to.contain('2027.9');
    expect(events).to.deep.equal([]);
    expect(fallback.checkVisibility()).to.equal(false);
    expect((await show()).outlook!.evidence.version).to.equal(core.evidence.version);
  });
});

describe('explanations that do not load', () => {
  const failing: [string, () => Promise<unknown>][] = [
    ['fail', () => Promise.reject(new Error('offline'))],
    ['throw', () => { throw new Error('offline'); }],
    ['are nothing', () => Promise.resolve(undefined)],
    ['are empty', () => Promise.resolve({})],
    ['lack their lists', () => Promise.resolve({ errata: null, notes: 7 })],
  ];
  for (const [how, load] of failing) {
    it(`because they ${how}: each part says so, and every number stays`, async () => {
      const { element, events } = await showWith({ core, counts, details: load }, 'maintenance="repigmented"');
      // Parts of the body side by side need no explanations: they load, and bring numbers of their own.
      const cells = () => all(element, 'td.number').filter((cell) => !cell.closest('.sites'));
      const shown = () => cells().map(words);
      const numbers = shown();
      await openAll(element);
      const parts = all(element, 'details:not(.inputs)');
      const loaded = parts.filter((part) => part.querySelector(':scope > .notice'));
      expect(loaded.length).to.be.greaterThan(5);
      for (const part of loaded) expect(words(part)).to.contain('could not be loaded');
      expect(numbers.length).to.be.greaterThan(15);
      expect(shown()).to.deep.equal(numbers);
      expect(element.outlook).to.deep.equal((await show({ maintenance: 'repigmented' })).outlook);
      expect(events).to.deep.equal([]);
    });
  }

  it('are asked for again when a part is opened again', async () => {
    let attempts = 0;
    const flaky = () => (++attempts === 1 ? Promise.reject(new Error('offline')) : details());
    const { element } = await showWith({ core, counts, details: flaky });
    const basis = one<HTMLDetailsElement>(element, '.basis');
    basis.open = true;
    await waitFor(() => words(basis).includes('could not be loaded'));
    basis.open = false;
    basis.open = true;
    await waitFor(() => words(basis).length > 1000);
    expect(notices(element)).to.deep.equal([]);
  });

  it('are asked for once, not before a part is opened', async () => {
    let attempts = 0;
    const counted = () => (attempts++, details());
    const { element } = await showWith({ core, counts, details: counted });
    expect(attempts).to.equal(0);
    await openAll(element);
    expect(attempts).to.equal(1);
  });
});

async function waitFor(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
}
