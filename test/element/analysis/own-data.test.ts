import { expect } from '@open-wc/testing';
import type { VitiligoOutlook } from '../../../src/index.js';
import { all, one, words } from '../show.js';
import { answer, buttonNamed, openAnalysis, openPart, said, switches, until } from './open-analysis.js';

/** A made-up clinic audit of 40 people. */
const HEADER = 'study,treatment,threshold,events,total';
const AUDIT = `${HEADER}\nMade-up clinic audit,tci,any,22,40\n`;

const textArea = (element: VitiligoOutlook) => one<HTMLTextAreaElement>(element, '#analysis-own-text');
const result = (element: VitiligoOutlook) => all(element, '.reading').map(words).join(' ');
const messages = (element: VitiligoOutlook) => all(element, '.messages li').map(words);
const isDone = (element: VitiligoOutlook) => () => /^(Read from|The file)/.test(result(element));

async function paste(element: VitiligoOutlook, text: string): Promise<void> {
  await openPart(element, 'own');
  textArea(element).value = text;
  buttonNamed(element, 'Read these counts').click();
  await until(isDone(element), 60_000);
  await element.updateComplete;
}

async function giveFile(element: VitiligoOutlook, file: File): Promise<void> {
  await openPart(element, 'own');
  const field = one<HTMLInputElement>(element, '#analysis-own-file');
  const given = new DataTransfer();
  given.items.add(file);
  field.files = given.files;
  field.dispatchEvent(new Event('change'));
  await until(isDone(element), 60_000);
}

describe('counts of a reader’s own', () => {
  it('pasted: in the forest plot, marked, pooled with the literature or alone, and taken out again', async () => {
    const element = await openAnalysis();
    const before = answer(element);
    await paste(element, AUDIT);
    expect(result(element)).to.equal('Read from the text: 1 row.');
    expect(answer(element)).to.contain('Pooled, 10 studies');
    const row = switches(element).get('Made-up clinic audit')!.closest('tr')!;
    expect(words(row)).to.contain('your data').and.contain('22 of 40 people');
    expect(said(element)).to.contain('Read from the text: 1 row.').and.contain('Pooled, 10 studies');
    one<HTMLInputElement>(element, '[name=analysis-own-mode][value=replace]').click();
    expect(answer(element)).to.match(/^55\s*\/100 One study, not a pool/);
    const remove = buttonNamed(element, 'Take your counts out');
    remove.focus();
    remove.click();
    expect(answer(element)).to.equal(before);
    expect(element.shadowRoot!.activeElement).not.to.equal(null);
    expect(textArea(element).value).to.equal(AUDIT);
  });

  it('feed the pooled cards, and never a property that the page could read', async () => {
    const element = await openAnalysis({ estimates: 'pooled' });
    const card = () => element.outlook!.options[0]!.responses.find(({ threshold }) => threshold === 'any')!;
    const before = card();
    await paste(element, AUDIT);
    await element.updateComplete;
    expect(card().studies).to.equal(before.studies! + 1);
    expect(card().participants).to.equal(before.participants! + 40);
    expect(element.studies).to.equal(null);
    one<HTMLInputElement>(element, '[name=analysis-own-mode][value=replace]').click();
    await element.updateComplete;
    expect([card().kind, card().studies]).to.deep.equal(['single-study', 1]);
    buttonNamed(element, 'Take your counts out').click();
    await element.updateComplete;
    expect(card()).to.deep.equal(before);
  });

  it('join those of the page', async () => {
    const given = { study: 'Of the page', treatment: 'tci', threshold: 'any', events: 5, total: 20 };
    const element = await openAnalysis({ studies: { studies: [given] } });
    await until(() => switches(element).has('Of the page'));
    await paste(element, AUDIT);
    expect([...switches(element).keys()]).to.include.members(['Of the page', 'Made-up clinic audit']);
    expect(answer(element)).to.contain('Pooled, 11 studies');
  });

  it('from a file, which leaves the text area alone', async () => {
    const element = await openAnalysis();
    await openPart(element, 'own');
    textArea(element).value = 'my notes';
    await giveFile(element, new File([AUDIT], 'audit.csv'));
    expect(result(element)).to.equal('Read from audit.csv: 1 row.');
    expect(textArea(element).value).to.equal('my notes');
    expect(answer(element)).to.contain('Pooled, 10 studies');
  });

  it('dropped', async () => {
    const element = await openAnalysis();
    await openPart(element, 'own');
    const given = new DataTransfer();
    given.items.add(new File([JSON.stringify([{ study: 'J', treatment: 'tci', threshold: 'any', events: 1, total: 9 }])], 'a.json'));
    const over = new DragEvent('dragover', { dataTransfer: given, bubbles: true, cancelable: true });
    one(element, '.own').dispatchEvent(over);
    expect(over.defaultPrevented).to.equal(true);
    one(element, '.own').dispatchEvent(new DragEvent('drop', { dataTransfer: given, bubbles: true, cancelable: true }));
    await until(isDone(element));
    expect(switches(element).has('J')).to.equal(true);
  });

  it('with mistakes: each with its line and column, the good rows kept, the text as it was', async () => {
    const element = await openAnalysis();
    const text = `${HEADER}\nA,tci,any,3,10\nB,tci,any,12,10\nC,cream,any,1,10\nD,tci,any,-1,10\nE,tci,any,2.5,10\n`;
    await paste(element, text);
    expect(result(element)).to.equal('Read from the text: 1 row. Problems: 4.');
    const told = messages(element);
    expect(told.map((message) => /^Line (\d+), column (\d+): /.exec(message)?.slice(1, 3).join())).to.deep.equal([
      '3,11', '4,3', '5,11', '6,11',
    ]);
    expect([...switches(element).keys()]).to.include('A').and.not.include('B');
    expect(textArea(element).value).to.equal(text);
  });

  it('without a good row leave those that were read before', async () => {
    const element = await openAnalysis();
    await paste(element, AUDIT);
    textArea(element).value = 'nothing of the kind';
    buttonNamed(element, 'Read these counts').click();
    await until(() => result(element).includes('0 rows'));
    expect(answer(element)).to.contain('Pooled, 10 studies');
  });

  it('can be made from the template: its columns are named on screen', async () => {
    const element = await openAnalysis();
    const part = await openPart(element, 'own');
    expect(words(part)).to.contain('Every row needs: study, treatment, threshold, events, total.');
    let saved = '';
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob: Blob) => {
      void blob.text().then((text) => (saved = text));
      return 'data:,';
    };
    try {
      buttonNamed(element, 'Download a template').click();
      await until(() => saved !== '');
    } finally {
      URL.createObjectURL = createObjectURL;
    }
    expect(saved).to.match(/^study,treatment,threshold,events,total,unit/);
    await paste(element, saved);
    expect(result(element)).to.equal('Read from the text: 1 row.');
  });
});

describe('hostile counts', () => {
  const noise = (length: number) => {
    let seed = 7;
    const bytes = new Uint8Array(length);
    for (let i = 0; i < length; i += 1) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      bytes[i] = 1 + (seed >>> 24) % 255;
    }
    return bytes;
  };
  const utf16 = (text: string) => {
    const units = [...text].map((character) => character.charCodeAt(0));
    return Uint8Array.from([0xff, 0xfe, ...units.flatMap((unit) => [unit & 255, unit >> 8])]);
  };

  it('10 MB of noise: told where, and the page stays', async () => {
    const element = await openAnalysis();
    const before = answer(element);
    await giveFile(element, new File([noise(10_000_000)], 'noise.csv'));
    expect(result(element)).to.match(/^Read from noise\.csv: 0 rows\. Problems: \d/);
    for (const message of messages(element)) expect(message).to.match(/^Line [\d,]+, column [\d,]+: |^and [\d,]+ more/);
    expect(answer(element)).to.equal(before);
  }).timeout(60_000);

  for (const [what, content] of [
    ['UTF-16 of a spreadsheet', utf16(AUDIT)],
    ['a byte order mark', `\ufeff${AUDIT}`],
    ['carriage returns', AUDIT.replaceAll('\n', '\r\n')],
    ['semicolons and decimal commas', `${HEADER.replaceAll(',', ';')};durationMonths\nMade-up clinic audit;tci;any;22;40;4,5\n`],
  ] as const) {
    it(`${what}: read`, async () => {
      const element = await openAnalysis();
      await giveFile(element, new File([content], 'audit.csv'));
      expect(result(element)).to.equal('Read from audit.csv: 1 row.');
      expect(switches(element).has('Made-up clinic audit')).to.equal(true);
    });
  }

  it('markup, formulas and scripts in names stay text', async () => {
    const element = await openAnalysis();
    const names = ['<img src=x onerror=alert(1)>', '=HYPERLINK(1)', '${1}</script>', '__proto__', 'constructor', '{study}'];
    await paste(element, `${HEADER}\n${names.map((name) => `"${name}",tci,any,3,10`).join('\n')}\n`);
    expect([...switches(element).keys()]).to.include.members(names);
    expect(all(element, '.analysis img, .analysis script')).to.have.length(0);
    for (const name of names) switches(element).get(name)!.click();
    expect(answer(element)).to.contain('Pooled, 9 studies');
    expect(({} as Record<string, unknown>)['study']).to.equal(undefined);
  });

  it('prototype keys, giant, negative and fractional counts, and the same arm twice', async () => {
    const element = await openAnalysis();
    const row = (study: string, more: string) => `{"study": "${study}", "treatment": "tci", "threshold": "any", ${more}}`;
    await paste(element, `[${[
      row('A', '"__proto__": {"pool": false}, "events": 1, "total": 10'),
      row('B', '"events": 1000000000, "total": 1000000000'),
      row('C', '"events": -1, "total": 10'),
      row('D', '"events": 1.5, "total": 10'),
      row('E', '"events": 2, "total": 10'),
      row('E', '"events": 3, "total": 10'),
    ].join(',\n')}]`);
    expect(result(element)).to.match(/^Read from the text: 1 row\. Problems: \d+\.$/);
    expect(switches(element).has('E')).to.equal(true);
    expect(messages(element).map((message) => /^Line (\d+)/.exec(message)![1])).to.include.members(['1', '2', '3', '4', '6']);
  });

  it('5,000 rows: read, pooled and drawn in part, with progress', async () => {
    const element = await openAnalysis();
    const rows = Array.from({ length: 5000 }, (_, i) => `Clinic ${i},tci,any,${10 + (i % 20)},40`);
    await paste(element, `${HEADER}\n${rows.join('\n')}\n`);
    expect(result(element)).to.equal('Read from the text: 5,000 rows.');
    expect(answer(element)).to.contain('Pooled, 5,009 studies');
    expect(switches(element).size).to.equal(100);
    expect(words(one(element, '.analysis'))).to.contain('Not shown here, but pooled: 4,909 more studies.');
    const started = performance.now();
    switches(element).get('Xu et al 2009')!.click();
    expect(performance.now() - started).to.be.lessThan(500);
    expect(answer(element)).to.contain('Pooled, 5,008 studies');
  }).timeout(60_000);

  it('100,000 rows: the page answers all the time, says how far it is, and can stop', async () => {
    const element = await openAnalysis();
    const rows = Array.from({ length: 100_000 }, (_, i) => `Clinic ${i},tci,any,${10 + (i % 20)},40`);
    await openPart(element, 'own');
    const given = new DataTransfer();
    given.items.add(new File([`${HEADER}\n${rows.join('\n')}\n`], 'large.csv'));
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    one(element, '.own').dispatchEvent(new DragEvent('drop', { dataTransfer: given, bubbles: true, cancelable: true }));
    await until(() => all<HTMLProgressElement>(element, '.reading progress').some(({ value }) => value > 1), 30_000);
    const cancel = buttonNamed(element, 'Cancel');
    cancel.focus();
    cancel.click();
    clearInterval(beat);
    expect(result(element)).to.contain('Reading was cancelled');
    expect(element.shadowRoot!.activeElement).not.to.equal(null);
    expect(answer(element)).to.contain('Pooled, 9 studies');
    expect(longest).to.be.lessThan(1000);
  }).timeout(60_000);
});
