import { expect } from '@open-wc/testing';
import counts from '../../../data/counts.json';
import type { VitiligoOutlook } from '../../../src/index.js';
import { TABLES } from '../../../src/view-model/pooling/robustness-view.js';
import { all, one, words } from '../show.js';
import { answer, choose, openAnalysis, openPart, said, switches, until } from './open-analysis.js';

const rowsOf = (part: Element) => [...part.querySelectorAll('tbody tr')].map(words);
const panel = (element: VitiligoOutlook) => words(one(element, '.analysis'));
const numberOf = (row: string) => /(\d+) \(\d+ to \d+\)/.exec(row)![1];

function ask(element: VitiligoOutlook, topic: string): void {
  one<HTMLInputElement>(element, `[name=analysis-topic][value=${topic}]`).click();
}

/** A study that answers the question on screen. */
const audit = (study: string, more: object = {}) => ({
  study, treatment: 'tci', threshold: 'any', events: 22, total: 40, ...more,
});

describe('what a pool hangs on', () => {
  it('without each study in turn: the number that the pool has once that study is switched off', async () => {
    const element = await openAnalysis();
    const part = await openPart(element, 'leave-one-out');
    const rows = rowsOf(part);
    expect(rows).to.have.length(9);
    for (const [i, name] of [...switches(element).keys()].entries()) {
      expect(rows[i]).to.contain(`without ${name}`);
      switches(element).get(name)!.click();
      expect(answer(element)).to.match(new RegExp(`^${numberOf(rows[i]!)}\\D`));
      switches(element).get(name)!.click();
    }
  });

  it('as the evidence grew: ends with the whole pool, the years ascending', async () => {
    const element = await openAnalysis();
    const rows = rowsOf(await openPart(element, 'cumulative'));
    const years = rows.map((row) => Number(/(\d{4}) added/.exec(row)![1]));
    expect(years).to.deep.equal([...years].sort((a, b) => a - b));
    expect(answer(element)).to.match(new RegExp(`^${numberOf(rows.at(-1)!)}\\D`));
  });

  it('every method on every set: fills while it is open, stops when closed, and starts anew for another question', async () => {
    const element = await openAnalysis();
    const part = await openPart(element, 'robustness');
    part.scrollIntoView();
    const total = Number(one<HTMLProgressElement>(element, '[data-part=robustness] progress').max);
    expect(total).to.be.greaterThan(10_000);
    await until(() => part.querySelector('progress') === null, 30_000);
    const answered = Number(/of ([\d,]+) combinations differ/.exec(words(part))![1]!.replace(',', ''));
    const unanswered = [...words(part).matchAll(/([\d,]+) combinations have no answer/g)];
    const sum = unanswered.reduce((rest, [, count]) => rest + Number(count!.replace(',', '')), answered);
    expect(sum).to.equal(total);
    await until(() => part.querySelector('.picture-buttons') !== null);
    expect(part.querySelectorAll('.plot-table')).to.have.lengthOf(TABLES);
    choose(element, 'analysis-threshold', '75');
    expect(part.querySelector('progress')).not.to.equal(null);
    part.open = false;
    await until(() => part.childElementCount === 1);
    // Long enough to be done, had it gone on.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    part.open = true;
    await until(() => part.childElementCount > 1);
    const again = part.querySelector('progress');
    expect(again?.value).to.be.lessThan(again!.max / 2);
  }).timeout(60_000);

  it('both funnels, and why there are no tests of small studies; with ten studies there are', async () => {
    const element = await openAnalysis();
    const part = await openPart(element, 'funnel');
    expect(part.querySelectorAll('[role=img]')).to.have.length(2);
    expect(part.querySelectorAll('.plot-point')).to.have.length(18);
    expect(words(part)).to.contain('it takes at least 10 studies, and there are 9');
    element.studies = { studies: [audit('Made-up audit')] };
    await element.updateComplete;
    expect(words(part)).to.contain('Egger’s regression: bias').and.not.contain('it takes at least');
  });

  it('the spread behind the published numbers: marked as reconstructed, refused where it must be, its error beside it', async () => {
    const element = await openAnalysis();
    choose(element, 'analysis-threshold', '75');
    const part = await openPart(element, 'spread');
    expect(words(part)).to.contain('reconstructed').and.contain('Measured: of').and.contain('does not print it');
    element.site = 'hands-feet';
    await element.updateComplete;
    expect(words(part)).to.contain('Not worked out: nobody reached it.');
  });

  it('too many studies for pictures of each are said, and still pooled', async () => {
    const element = await openAnalysis({
      studies: { studies: Array.from({ length: 120 }, (_, i) => audit(`Clinic ${i}`)) },
    });
    await until(() => answer(element).includes('129 studies'));
    for (const id of ['leave-one-out', 'cumulative', 'robustness', 'funnel']) {
      expect(words(await openPart(element, id))).to.contain('with 129 studies it would take too long');
    }
  });
});

describe('side effects', () => {
  it('are pooled from counts of people, with their studies, what is left out, and what nobody counted', async () => {
    const element = await openAnalysis();
    ask(element, 'harms');
    const burning = all(element, '.analysis tbody tr').map(words).find((row) => row.startsWith('Burning: TCI alone'))!;
    expect(burning).to.contain('3 of 19 people').and.contain('4 of 30 people').and.contain('Pooled, 2 studies');
    expect(panel(element)).to.contain('No count by person: ');
    expect(panel(element)).to.contain('A missing count does not mean that nothing happened.');
    const pooled = ['tci', 'tci-phototherapy', 'phototherapy'];
    const rows = counts.adverseEvents.filter((row) => !row.pool && pooled.includes(row.treatment)).length;
    const part = await openPart(element, 'left-out');
    expect(part.querySelectorAll('.selection li').length).to.be.at.least(rows);
    expect(said(element)).to.contain('Side effects');
  });

  it('follow the method', async () => {
    const element = await openAnalysis();
    ask(element, 'harms');
    await openPart(element, 'method');
    const before = panel(element);
    choose(element, 'analysis-preset', 'review-half');
    expect(panel(element)).not.to.equal(before);
  });
});

describe('comparisons within trials', () => {
  it('show both arms, ratio and difference, and mark trials whose arms share people', async () => {
    const element = await openAnalysis();
    ask(element, 'comparisons');
    const tables = all<HTMLTableElement>(element, '.analysis table').map((table) => ({
      title: words(table.caption!),
      rows: rowsOf(table),
    }));
    const light = tables.filter(({ title }) => title.startsWith('Cream or ointment with light against light alone'));
    const trials = new Set(light.flatMap(({ rows }) => rows.filter((row) => !row.startsWith('Pooled')).map((row) => row.split(/ \d{4}/)[0])));
    expect(trials.size).to.be.at.least(3);
    expect(light.flatMap(({ rows }) => rows).some((row) => row.includes('both on the same people'))).to.equal(true);
    for (const { title, rows } of tables) {
      expect(title).to.match(/repigmentation$/);
      for (const row of rows) expect(row).to.match(/of 100|no interval|Too few/);
    }
  });
});
