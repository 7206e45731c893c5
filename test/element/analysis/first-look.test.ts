import { expect } from '@open-wc/testing';
import type { VitiligoOutlook } from '../../../src/index.js';
import { byEngine } from '../../evidence/pooling/by-engine.js';
import { analyse } from '../../evidence/pooling/material.js';
import { atOnce, marksIn, type RowMark } from '../../charts/draw.js';
import { all, one, words } from '../show.js';
import { answer, buttonNamed, choose, openAnalysis, openPart, said, switches } from './open-analysis.js';

const { trials } = analyse({});
const of100 = (proportion: number) => Math.round(Number((proportion * 100).toPrecision(12)));

/** "58 (44 to 71)" of the pool without a study, by the engine alone. */
function poolWithout(study: string): string {
  const { estimate, low, high } = byEngine(trials.filter((trial) => trial.study !== study)) as Record<'estimate' | 'low' | 'high', number>;
  return `${of100(estimate)} (${of100(low)} to ${of100(high)})`;
}

/** The number with its interval in each place that shows the pool. */
function shown(element: VitiligoOutlook) {
  const text = (selector: string) => words(one(element, `.analysis ${selector}`));
  const [number, low, high] = /^(\d+) ?\/100 .*between (\d+) and (\d+) of/.exec(text('.headline'))!.slice(1);
  return { answer: `${number} (${low} to ${high})`, plot: text('.plot-switched .plot-row-pool .plot-number') };
}

/** Where the diamond begins and ends, and where the broken line stands, of 100. */
function marks(element: VitiligoOutlook): number[] {
  const [[diamond], [line]] = ['plot-pool', 'plot-reference'].map((look) =>
    marksIn(one(element, '.plot-switched'), look),
  ) as [RowMark[], RowMark[]];
  return [line!.middle, diamond!.from, diamond!.to].map(Math.round);
}

/** Whether what a place holds cannot change the size of anything around it. */
function isBoxed(place: Element | null): boolean {
  if (!place) return false;
  const { contain } = getComputedStyle(place);
  const isBox = place instanceof SVGElement || ['size', 'layout'].every((kind) => contain.includes(kind));
  return isBox || isBoxed(place.parentElement);
}

/** What goes with the answer and the plot. */
const rest = (element: VitiligoOutlook) => words(one(element, '.analysis .plot-facts'));
const without = (element: VitiligoOutlook, name: string) => switches(element).get(name)!.click();

describe('a study switched off or another method', () => {
  it('is in the answer and in the forest plot of the very next frame; all else follows', async () => {
    const element = await openAnalysis();
    const before = rest(element);
    atOnce(() => without(element, 'Dawid et al 2006'));
    const pool = poolWithout('dawid-2006');
    const looks = [shown(element)];
    expect(marks(element)).to.deep.equal(pool.match(/\d+/g)!.map(Number));
    expect(rest(element)).to.equal(before);
    expect(said(element)).to.equal('');
    // A frame shows what is there when the click and what hangs on it are through: pages in the background have none.
    await Promise.resolve();
    looks.push(shown(element));
    expect(looks).to.deep.equal([{ answer: pool, plot: pool }, { answer: pool, plot: pool }]);
    await element.updateComplete;
    expect(shown(element)).to.deep.equal(looks[0]);
    expect(rest(element)).not.to.equal(before);
    expect(said(element)).to.contain(`Pooled, 8 studies: ${pool}`);
    expect(buttonNamed(element, 'Pool them again').isConnected).to.equal(true);
  });

  it('changes words in boxes that keep their size, and marks: a browser lays out nothing around them', async () => {
    const element = await openAnalysis();
    await openPart(element, 'method');
    const observer = new MutationObserver(() => {});
    observer.observe(one(element, '.analysis'), { childList: true, characterData: true, subtree: true });
    const clicks = [() => without(element, 'Dawid et al 2006'), () => choose(element, 'analysis-estimator', 'EE')];
    for (const click of clicks) {
      click();
      const nodes = observer.takeRecords().map(({ target }) => target);
      const places = nodes.map((node) => (node instanceof Element ? node : node.parentElement!));
      // The number, its limits and the studies; the weights; the pool's row.
      expect(new Set(places).size).to.be.greaterThan(10);
      for (const place of places) expect(isBoxed(place), place.outerHTML).to.equal(true);
      await element.updateComplete;
      observer.takeRecords();
    }
  });

  it('in the end holds for the cards above, where they are pooled here', async () => {
    const element = await openAnalysis({ estimates: 'pooled' });
    const card = () => of100(element.outlook!.options[0]!.responses.find(({ threshold }) => threshold === 'any')!.estimate);
    await openPart(element, 'method');
    const before = card();
    choose(element, 'analysis-estimator', 'EE');
    const { answer: now } = shown(element);
    expect(element.method).to.equal(null);
    await element.updateComplete;
    expect(element.method).to.include({ estimator: 'EE' });
    expect(card()).not.to.equal(before);
    expect(now).to.match(new RegExp(`^${card()} `));
    expect(shown(element)).to.deep.equal({ answer: now, plot: now });
    expect(words(one(element, '[data-treatment=tci]'))).to.contain(String(card()));
  });

  it('is followed once where clicks come quickly, by what goes with the last', async () => {
    const element = await openAnalysis();
    const told: string[] = [];
    const region = one(element, '.analysis > .visually-hidden[role=status]');
    const observer = new MutationObserver(() => told.push(said(element)));
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    const facts = rest(element);
    for (const name of ['Dawid et al 2006', 'Xu et al 2009', 'Dawid et al 2006']) without(element, name);
    expect(rest(element)).to.equal(facts);
    await element.updateComplete;
    const pool = poolWithout('xu-2009');
    expect(shown(element)).to.deep.equal({ answer: pool, plot: pool });
    expect(told).to.have.lengthOf(1);
    expect(told[0]).to.contain(`Pooled, 8 studies: ${pool}`);
  });

  it('is on paper with all that goes with it, where the page is printed before that is painted', async () => {
    const element = await openAnalysis();
    const before = rest(element);
    without(element, 'Dawid et al 2006');
    expect(rest(element)).to.equal(before);
    window.dispatchEvent(new Event('beforeprint'));
    const printed = rest(element);
    expect(printed).not.to.equal(before);
    expect(buttonNamed(element, 'Pool them again').isConnected).to.equal(true);
    await element.updateComplete;
    expect(rest(element)).to.equal(printed);
  });

  it('is what is taken away, however soon', async () => {
    const element = await openAnalysis();
    await openPart(element, 'export');
    const { createObjectURL } = URL;
    const saved: Promise<string>[] = [];
    URL.createObjectURL = (blob: Blob) => (saved.push(blob.text()), createObjectURL(blob));
    try {
      without(element, 'Dawid et al 2006');
      all(element, '.analysis [data-form=json] button')[0]!.click();
    } finally {
      URL.createObjectURL = createObjectURL;
    }
    const { pool } = JSON.parse((await saved[0])!) as { pool: { estimate: number } };
    expect(poolWithout('dawid-2006')).to.match(new RegExp(`^${of100(pool.estimate)} `));
  });

  it('is not lost where the element leaves the page before the rest is drawn', async () => {
    const element = await openAnalysis();
    await openPart(element, 'method');
    const parent = element.parentElement!;
    choose(element, 'analysis-estimator', 'EE');
    const now = answer(element);
    element.remove();
    await element.updateComplete;
    parent.append(element);
    await element.updateComplete;
    expect(element.method).to.include({ estimator: 'EE' });
    expect(answer(element)).to.equal(now);
    expect(words(one(element, '.analysis [data-part=method] > summary'))).to.contain('Equal effects');
  });

  it('gives way to a method that the page gives in the meantime', async () => {
    const element = await openAnalysis();
    await openPart(element, 'method');
    choose(element, 'analysis-estimator', 'EE');
    const given = { estimator: 'DL' } as const;
    element.method = given;
    await element.updateComplete;
    expect(element.method).to.equal(given);
    expect(one<HTMLSelectElement>(element, '#analysis-estimator').value).to.equal('DL');
    expect(words(one(element, '.analysis [data-part=method] > summary'))).to.contain('DerSimonian–Laird');
  });
});
