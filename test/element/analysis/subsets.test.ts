import { expect } from '@open-wc/testing';
import type { VitiligoOutlook } from '../../../src/index.js';
import { isNoAnswer } from '../../../src/stats/no-answer.js';
import { byEngine } from '../../evidence/pooling/by-engine.js';
import { analyse, AUDIT, material, ownRows } from '../../evidence/pooling/material.js';
import { atOnce, marksIn } from '../../charts/draw.js';
import { all, one, words } from '../show.js';
import { openAnalysis } from './open-analysis.js';

/** The counts of the largest pool as its rows in counts.json say, and a made-up audit: ten trials. */
const { trials } = analyse({}, { ...material, own: ownRows(AUDIT) });
const whole = (proportion: number) => Math.round(Number((proportion * 100).toPrecision(12)));

/** What the panel shows: the row of the pool, the number of the answer, and the weights by row. */
function shown(element: VitiligoOutlook) {
  const rows = all<HTMLTableRowElement>(element, '.plot-switched tbody tr:not(.plot-row-pool)');
  const left = new Set(marksIn(one(element, '.plot-switched'), 'plot-out').map(({ row }) => row));
  return {
    pool: all(element, '.plot-switched .plot-row-pool .plot-number').map(words),
    answer: all(element, '.analysis .headline').map(words).join(),
    weights: rows.map((row) => Number.parseFloat(words(row.querySelectorAll('td.plot-text')[1]!))),
    marks: rows.map((row) => left.has(row)),
  };
}

/** A walk through all subsets that changes one study a step: the bits of n xor n / 2. */
const gray = (n: number) => n ^ (n >> 1);

it('every subset of the largest pool, study by study with its switches, shows what the engine gives for it', async function () {
  this.timeout(180_000);
  const element = await openAnalysis({ studies: { studies: [AUDIT], mode: 'add' } });
  const switches = () => all<HTMLInputElement>(element, '.analysis input[type=checkbox]');
  expect(switches()).to.have.lengthOf(10);
  expect(trials).to.have.lengthOf(10);
  let out = 0;
  for (let step = 1; step <= 2 ** 10; step++) {
    const next = gray(step % 2 ** 10);
    const changed = Math.log2(out ^ next);
    if (Number.isInteger(changed)) atOnce(() => switches()[changed]!.click());
    out = next;
    const isOut = (i: number) => Boolean(out & (1 << i));
    const kept = trials.filter((_, i) => !isOut(i));
    const now = shown(element);
    expect(now.marks).to.deep.equal(trials.map((_, i) => isOut(i)));
    if (!kept.length) {
      expect(words(one(element, '.analysis'))).to.contain('No study is left to pool');
      continue;
    }
    const expected = byEngine(kept);
    if ('kind' in expected && isNoAnswer(expected)) throw new Error(`no answer for ${out}`);
    const { estimate, low, high, weights } = expected;
    const [number, from, to] = [estimate, low, high].map(whole);
    expect(now.pool, String(out)).to.deep.equal(kept.length > 1 ? [`${number} (${from} to ${to})`] : []);
    const told = [...now.answer.matchAll(/\d+/g)].map(([digits]) => Number(digits));
    expect(told, now.answer).to.include.members([number, from, to]);
    let position = 0;
    now.weights.forEach((weight, i) => {
      if (isOut(i)) expect(weight).to.be.NaN;
      else expect(weight).to.be.closeTo(weights ? weights[position++]! : 100, 0.0501);
    });
  }
});
