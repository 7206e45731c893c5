import { expect } from '@open-wc/testing';
import counts from '../../../data/counts.json';
import core from '../../../data/core.json';
import { all, one, words } from '../show.js';
import { answer, buttonNamed, choose, openAnalysis, openPart, said, switches } from './open-analysis.js';

/** The pool that the data build made for everybody, all parts of the body. */
const built = (treatment: string, threshold: string | number) =>
  core.pools
    .find((pool) => pool.treatment === treatment && pool.ageGroup === 'any' && pool.site === 'any')!
    .responses.find((response) => response.threshold === threshold)!;
const of100 = (proportion: number) => Math.round(proportion * 100);
const asText = ({ estimate, low, high }: { estimate: number; low: number; high: number }) =>
  [of100(estimate), of100(low), of100(high)];
const numbersIn = (text: string) => (text.match(/\d+/g) ?? []).map(Number);

describe('the studies behind the numbers', () => {
  it('load when they are opened, not before, and only for clinicians', async () => {
    const element = await openAnalysis();
    expect(answer(element)).to.contain('Pooled, 9 studies');
    element.view = 'patient';
    await element.updateComplete;
    expect(all(element, '[part=analysis]')).to.have.length(0);
  });

  it('give the pool that the data build made, with its heterogeneity and prediction interval', async () => {
    const element = await openAnalysis();
    const pool = built('tci', 'any');
    const [estimate, low, high] = asText(pool);
    expect(numbersIn(answer(element))).to.deep.equal([estimate, 100, 9, low, high, 100]);
    const panel = words(one(element, '.analysis'));
    expect(panel).to.contain(`In another setting: ${of100(pool.prediction!.low)} to ${of100(pool.prediction!.high)} of 100`);
    expect(panel).to.contain(`I² ${Math.round(pool.heterogeneity!.iSquared)} %`);
  });

  it('answer for each treatment and threshold that has counts', async () => {
    const element = await openAnalysis();
    for (const treatment of ['tci', 'tci-phototherapy'] as const) {
      choose(element, 'analysis-treatment', treatment);
      for (const threshold of [50, 75] as const) {
        choose(element, 'analysis-threshold', String(threshold));
        const [estimate, low, high] = asText(built(treatment, threshold));
        expect(numbersIn(answer(element)).filter((n) => n !== 100).slice(0, 1)).to.deep.equal([estimate]);
        expect(answer(element)).to.contain(`between ${low} and ${high} of`);
      }
    }
  });

  it('follow the questions of the element', async () => {
    const element = await openAnalysis();
    element.ageGroup = 'child';
    await element.updateComplete;
    const inChildren = core.pools.find((pool) => pool.treatment === 'tci' && pool.ageGroup === 'child' && pool.site === 'any')!;
    const any = inChildren.responses.find(({ threshold }) => threshold === 'any');
    if (any) expect(answer(element)).to.contain(String(of100(any.estimate)));
    else expect(words(one(element, '.analysis'))).to.contain('No study is left to pool');
    expect(words(one(element, '.analysis'))).to.contain('children, all parts of the body');
  });

  it('offer creams alone where there is no light treatment', async () => {
    const element = await openAnalysis();
    choose(element, 'analysis-treatment', 'tci-phototherapy');
    element.phototherapy = 'unavailable';
    await element.updateComplete;
    const offered = all<HTMLOptionElement>(element, '#analysis-treatment option').map(({ value }) => value);
    expect(offered).to.deep.equal(['tci']);
    expect(words(one(element, '.analysis'))).to.contain('TCI alone, people of all ages');
  });

  it('give no pool for an answer that is not understood', async () => {
    const element = await openAnalysis();
    element.site = 'hand';
    await element.updateComplete;
    expect(words(one(element, '.analysis'))).to.equal('No pool: an answer above was not understood.');
  });

  it('say how many of the review’s studies can be pooled, and set the published number beside it', async () => {
    const element = await openAnalysis();
    choose(element, 'analysis-threshold', '75');
    const panel = words(one(element, '.analysis'));
    expect(panel).to.match(/\d+ of the \d+ studies that the review pooled print the count/);
    const stratum = core.strata.find((row) => row.treatment === 'tci' && row.ageGroup === 'any' && row.site === 'any')!;
    const published = stratum.responses.find(({ threshold }) => threshold === 75)!;
    const rows = all(element, '.published tbody tr').map(words);
    expect(rows[0]).to.contain('As published');
    expect(numbersIn(rows[0]!)).to.include.members(asText(published as never));
    expect(rows[1]).to.contain('Pooled here');
    expect(panel).to.contain('They stand side by side and are never mixed.');
  });

  it('list every count that is left out, with the reason, and what is not firm enough', async () => {
    const element = await openAnalysis();
    const part = await openPart(element, 'left-out');
    const rows = counts.repigmentation.filter(({ treatment, threshold }) => treatment === 'tci' && threshold === 'any');
    const out = rows.filter(({ pool, site }) => !pool || site !== 'all');
    const listed = [...part.querySelectorAll('.selection')].map((list) => list.children.length);
    const candidates = counts.candidates.filter((one) => one.treatment === 'tci' && one.threshold === null);
    expect(listed).to.deep.equal([out.length, candidates.length]);
    expect(words(part)).to.contain('Counts another part of the body.');
  });
});

describe('a study left out by hand', () => {
  it('changes the number at once, stays in its row, and is said once', async () => {
    const element = await openAnalysis();
    const before = answer(element);
    const cards = words(one(element, '[data-treatment=tci]'));
    const box = switches(element).get('Dawid et al 2006')!;
    box.focus();
    box.click();
    expect(answer(element)).to.contain('Pooled, 8 studies').and.not.equal(before);
    expect(switches(element).size).to.equal(9);
    expect(switches(element).get('Dawid et al 2006')!.checked).to.equal(false);
    await element.updateComplete;
    expect(answer(element)).to.contain('Pooled, 8 studies');
    expect(element.shadowRoot!.activeElement).to.equal(box);
    expect(said(element)).to.contain('Pooled, 8 studies');
    expect(words(one(element, '[data-treatment=tci]'))).to.equal(cards);
    buttonNamed(element, 'Pool them again').click();
    expect(answer(element)).to.equal(before);
  });

  it('the focus is not lost with the button that puts them back', async () => {
    const element = await openAnalysis();
    switches(element).get('Dawid et al 2006')!.click();
    await element.updateComplete;
    const again = buttonNamed(element, 'Pool them again');
    again.focus();
    again.click();
    await element.updateComplete;
    expect(again.isConnected).to.equal(false);
    expect(element.shadowRoot!.activeElement).not.to.equal(null);
  });

  it('all of them: no pool, the rows stay, and one alone is no pool', async () => {
    const element = await openAnalysis();
    const names = [...switches(element).keys()];
    for (const name of names) switches(element).get(name)!.click();
    expect(words(one(element, '.analysis'))).to.contain('No study is left to pool.');
    expect(switches(element).size).to.equal(9);
    switches(element).get(names[0]!)!.click();
    expect(answer(element)).to.contain('One study, not a pool');
  });

  it('is in again once another question is asked', async () => {
    const element = await openAnalysis();
    switches(element).get('Dawid et al 2006')!.click();
    choose(element, 'analysis-threshold', '75');
    choose(element, 'analysis-threshold', 'any');
    expect(answer(element)).to.contain('Pooled, 9 studies');
  });
});

describe('the method', () => {
  it('in the reader’s hand: each choice changes the pool, and is explained in a sentence', async () => {
    const element = await openAnalysis();
    await openPart(element, 'method');
    const standard = answer(element);
    for (const [id, value] of [['estimator', 'DL'], ['scale', 'PR'], ['interval', 'knha']] as const) {
      choose(element, `analysis-${id}`, value);
      await element.updateComplete;
      const meaning = words(one(element, `#analysis-${id}-meaning`));
      expect(meaning).to.match(/\.$/);
      expect(said(element)).to.match(/^Forest plot: .* Pooled, 9 studies: \d+ \(\d+ to \d+\)$/);
    }
    expect(answer(element)).not.to.equal(standard);
    choose(element, 'analysis-preset', 'default');
    expect(answer(element)).to.equal(standard);
  });

  it('the review’s family of methods, with the statement that its pools cannot be made again', async () => {
    const element = await openAnalysis();
    const part = await openPart(element, 'method');
    expect(words(part)).to.contain('No pool of the review can be reproduced from the counts at hand');
    choose(element, 'analysis-preset', 'review-half');
    const half = answer(element);
    choose(element, 'analysis-preset', 'review-drop');
    await element.updateComplete;
    expect(words(one(element, '.analysis'))).to.contain('Left out because nobody or everybody reached it: Clin Drug Investig 2019.');
    expect(answer(element)).not.to.equal(half);
  });

  it('also holds for the pooled cards, and the page can read it', async () => {
    const element = await openAnalysis({ estimates: 'pooled' });
    const card = () => element.outlook!.options[0]!.responses.find(({ threshold }) => threshold === 'any')!;
    const before = card().estimate;
    await openPart(element, 'method');
    choose(element, 'analysis-preset', 'review-half');
    await element.updateComplete;
    expect(element.method).to.include({ estimator: 'DL', scale: 'PR', interval: 'z' });
    expect(card().estimate).not.to.equal(before);
    expect(answer(element)).to.contain(`${of100(card().estimate)}`);
  });

  it('of the page holds in the panel', async () => {
    const element = await openAnalysis({ method: { estimator: 'DL', level: 0.9 } });
    await openPart(element, 'method');
    expect(one<HTMLSelectElement>(element, '#analysis-estimator').value).to.equal('DL');
    expect(one<HTMLInputElement>(element, '#analysis-level').value).to.equal('90');
  });

  it('a level that cannot be says so and keeps the last answer', async () => {
    const element = await openAnalysis();
    await openPart(element, 'method');
    choose(element, 'analysis-level', '80');
    const at80 = answer(element);
    for (const level of ['0', '100', '-5', '1e9', '']) {
      choose(element, 'analysis-level', level);
      expect(one(element, '#analysis-level').getAttribute('aria-invalid')).to.equal('true');
      expect(getComputedStyle(one(element, '#analysis-level-error')).display).to.equal('block');
      expect(answer(element)).to.equal(at80);
    }
    choose(element, 'analysis-level', '95');
    expect(one(element, '#analysis-level').hasAttribute('aria-invalid')).to.equal(false);
  });

  it('and a set that leave nothing to pool say so, and the last answer stays in view', async () => {
    const element = await openAnalysis();
    choose(element, 'analysis-threshold', '75');
    let empty = 0;
    for (const set of all<HTMLOptionElement>(element, '#analysis-set option').map(({ value }) => value)) {
      choose(element, 'analysis-set', 'all');
      const before = answer(element);
      choose(element, 'analysis-set', set);
      if (!all(element, '.analysis .notice').length) continue;
      empty += 1;
      expect(words(one(element, '.analysis .notice'))).to.match(/^(No study is left|Too few).* The last answer stays in view\.$/);
      expect(answer(element)).to.equal(before);
      expect(words(one(element, '.kept'))).to.contain('The last answer, by Restricted maximum likelihood');
    }
    expect(empty).to.be.greaterThan(0);
  });
});

describe('a group without any study', () => {
  it('has no empty table or picture: every part says that there is nothing to pool', async () => {
    const element = await openAnalysis({ ageGroup: 'child', site: 'hands-feet' });
    for (const id of ['leave-one-out', 'cumulative', 'robustness', 'funnel']) {
      const part = await openPart(element, id);
      expect(words(part), id).to.contain('No study is left to pool.');
      expect(part.querySelectorAll('table, svg'), id).to.have.length(0);
    }
    expect(all(element, '.analysis .plot-switched')).to.have.length(0);
    expect(switches(element).size).to.equal(0);
  });
});
