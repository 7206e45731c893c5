import { expect } from '@open-wc/testing';
import type { EvidenceErrorEvent, VitiligoOutlook } from '../../src/index.js';
import { emptyPage, notices, words } from './show.js';

/** A made-up audit of 40 people. */
const AUDIT = { study: 'made-up-audit', treatment: 'tci', threshold: 75, events: 12, total: 40 };

/** Rows that cannot be read: what is wrong, the row, and where the issue points. */
const BROKEN: readonly (readonly [what: string, row: unknown, code: string, path: string])[] = [
  ['no study', { ...AUDIT, study: undefined }, 'missing-field', 'study'],
  ['no events', { study: 's', treatment: 'tci', threshold: 75, total: 40 }, 'missing-field', 'events'],
  ['more events than people', { ...AUDIT, events: 41 }, 'events-exceed-total', 'events'],
  ['negative events', { ...AUDIT, events: -1 }, 'too-small', 'events'],
  ['half an event', { ...AUDIT, events: 1.5 }, 'not-whole', 'events'],
  ['events that are text', { ...AUDIT, events: '12' }, 'wrong-type', 'events'],
  ['events that are no number', { ...AUDIT, events: NaN }, 'wrong-type', 'events'],
  ['nobody treated', { ...AUDIT, events: 0, total: 0 }, 'too-small', 'total'],
  ['more people than there are', { ...AUDIT, total: 1e9 }, 'too-big', 'total'],
  ['another treatment', { ...AUDIT, treatment: 'ruxolitinib' }, 'not-allowed', 'treatment'],
  ['another threshold', { ...AUDIT, threshold: 60 }, 'not-allowed', 'threshold'],
  ['another population', { ...AUDIT, population: 'teenagers' }, 'not-allowed', 'population'],
  ['another unit', { ...AUDIT, unit: 'eyes' }, 'not-allowed', 'unit'],
  ['another site', { ...AUDIT, site: 'hand' }, 'unknown-site', 'site'],
  ['a field that no row has', { ...AUDIT, evnts: 12 }, 'unknown-key', 'evnts'],
  ['lesions without people', { ...AUDIT, unit: 'lesions' }, 'people-missing', 'people'],
  ['more people than lesions', { ...AUDIT, unit: 'lesions', people: 41 }, 'people-exceed-lesions', 'people'],
  ['people that differ from patients', { ...AUDIT, people: 39 }, 'people-differ-from-patients', 'people'],
  ['a script for an address', { ...AUDIT, url: 'javascript:alert(1)' }, 'bad-format', 'url'],
  ['a year in words', { ...AUDIT, year: 'last year' }, 'wrong-type', 'year'],
  ['infants among all ages', { ...AUDIT, under2Years: true }, 'infants-not-children', 'population'],
  ['a row that is text', 'made-up-audit;tci;75;12;40', 'wrong-type', ''],
  ['nothing for a row', null, 'wrong-type', ''],
];

interface Shown {
  readonly element: VitiligoOutlook;
  readonly issues: readonly string[];
}

async function showWith(properties: Partial<VitiligoOutlook>): Promise<Shown> {
  const page = emptyPage();
  const events: EvidenceErrorEvent[] = [];
  page.addEventListener('evidence-error', (event) => events.push(event));
  const element = document.createElement('vitiligo-outlook');
  Object.assign(element, { view: 'clinician', estimates: 'pooled' }, properties);
  page.append(element);
  await element.updateComplete;
  expect(events.length).to.be.at.most(1);
  const issues = events.flatMap((event) => event.issues.map(({ code, path }) => `${code} ${path.join('.')}`));
  return { element, issues };
}

const at75 = ({ outlook }: VitiligoOutlook) =>
  outlook!.options[0]!.responses.find(({ threshold }) => threshold === 75)!;
const published = ({ element }: Shown) => {
  element.estimates = 'published';
  return at75(element);
};

/** A file of the page, at an address that only this page can read. */
const fileOf = (text: string) => URL.createObjectURL(new Blob([text], { type: 'application/json' }));

describe('study counts of the page', () => {
  it('join the literature, or stand in for it', async () => {
    const before = at75((await showWith({})).element);
    const added = at75((await showWith({ studies: { studies: [AUDIT] } })).element);
    const alone = at75((await showWith({ studies: { studies: [AUDIT], mode: 'replace' } })).element);
    expect(added.studies).to.equal(before.studies! + 1);
    expect(added.participants).to.equal(before.participants! + AUDIT.total);
    expect(added.references).to.include(AUDIT.study);
    expect([alone.kind, alone.studies, alone.estimate]).to.deep.equal(['single-study', 1, AUDIT.events / AUDIT.total]);
  });

  for (const [what, row, code, path] of BROKEN) {
    const expected = (from: string) => `${code} ${[from, '1', ...(path ? [path] : [])].join('.')}`;

    it(`${what}: said with its place, the good row kept, the published estimate untouched`, async () => {
      const before = published(await showWith({}));
      const shown = await showWith({ studies: { studies: [AUDIT, row] } });
      expect(shown.issues).to.include(expected('studies'));
      expect(at75(shown.element).references).to.include(AUDIT.study);
      expect(notices(shown.element).join()).to.contain('could not all be read');
      expect(words(shown.element.shadowRoot!)).not.to.match(/undefined|NaN|\[object/);
      expect(published(shown)).to.deep.equal(before);
    });

    if (JSON.stringify(row) === JSON.stringify({ ...AUDIT, events: null })) continue; // JSON has no word for it

    it(`${what}, from a file: the same`, async () => {
      const shown = await showWith({ studiesSrc: fileOf(JSON.stringify({ studies: [AUDIT, row] })) });
      expect(shown.issues).to.include(expected('studies-src'));
      expect(at75(shown.element).references).to.include(AUDIT.study);
      expect(words(shown.element.shadowRoot!)).not.to.match(/undefined|NaN|\[object/);
    });
  }

  for (const [what, text] of [
    ['a page instead of a file', '<!doctype html><title>Sign in</title>'],
    ['half a file', '{"studies": [{"study": '],
    ['an empty file', ''],
  ] as const) {
    it(`${what}: said, and the literature's pools stay`, async () => {
      const before = at75((await showWith({})).element);
      const { element, issues } = await showWith({ studiesSrc: fileOf(text) });
      expect(issues).to.deep.equal(['unreadable studies-src']);
      expect(notices(element).join()).to.contain('studies-src');
      expect(at75(element).estimate).to.be.closeTo(before.estimate, 1e-12);
    });
  }

  it('a file that is not there: the same', async () => {
    const { issues, element } = await showWith({ studiesSrc: '/no/such/file.json' });
    expect(issues).to.deep.equal(['unreadable studies-src']);
    expect(at75(element).kind).to.equal('pooled');
  });

  for (const [what, studies] of [
    ['text', 'rows'],
    ['a list instead of an object', [AUDIT]],
    ['rows that are an object', { studies: { 0: AUDIT } }],
    ['an unknown mode', { studies: [AUDIT], mode: 'merge' }],
    ['a row that refers to itself', { studies: [cyclic()] }],
    ['a row that throws when read', { studies: [throwing()] }],
    ['an object that throws when read', throwing()],
  ] as const) {
    it(`${what}: an issue, never an exception, and the pools stay`, async () => {
      const { element, issues } = await showWith({ studies: studies as never });
      expect(issues).not.to.deep.equal([]);
      expect(issues[0]).to.match(/ studies/);
      expect(at75(element).kind).to.equal('pooled');
    });
  }
});

describe('a method of the page', () => {
  it('changes the pool and nothing else', async () => {
    const standard = at75((await showWith({})).element);
    const { element, issues } = await showWith({ method: { estimator: 'DL', scale: 'PR', interval: 'z' } });
    expect(issues).to.deep.equal([]);
    expect(at75(element).studies).to.equal(standard.studies);
    expect(at75(element).estimate).not.to.equal(standard.estimate);
  });

  it('that is not understood is said, and its default holds', async () => {
    const standard = at75((await showWith({})).element);
    const { element, issues } = await showWith({ method: { estimator: 'XX', level: 95 } as never });
    expect(issues).to.deep.equal(['not-allowed method.estimator', 'not-allowed method.level']);
    expect(at75(element).estimate).to.be.closeTo(standard.estimate, 1e-12);
  });
});

function cyclic(): object {
  const row: Record<string, unknown> = { ...AUDIT };
  row['note'] = row;
  return row;
}

function throwing(): object {
  return new Proxy({}, {
    get() {
      throw new Error('not for you');
    },
  });
}
