import { DEFAULT_METHOD, poolHarms } from 'vitiligo-outlook/evidence';
import type { ChangedHarm, ChangedPool, PoolMaterial } from 'vitiligo-outlook/evidence';
import type { AdverseEventRow, CountRow } from 'vitiligo-outlook/schema';
import type { Addition } from './check-row.js';
import { h } from './dom.js';
import { cell, rowHeader, table } from './tables.js';
import { countedText, countText, LEFT_OUT, plural, TREATMENT } from './words.js';

/** What can be done with an added row, by its position. */
export interface RowActions {
  edit(index: number): void;
  remove(index: number): void;
}

/** What the added rows changed, and what the pools were made of. */
export interface Effects {
  readonly pools: readonly ChangedPool[];
  readonly harms: readonly ChangedHarm[];
  readonly after: PoolMaterial;
}

export function addedTable(added: readonly Addition[], effects: Effects, { edit, remove }: RowActions): Node {
  const rows = added.map((addition, index) => {
    const { row } = addition;
    const name = `${row.study}, ${row.arm}, ${countedText(addition)}`;
    const button = (label: string, act: (index: number) => void) => {
      const made = h('button', { type: 'button', 'data-act': label.toLowerCase(), 'aria-label': `${label} ${name}` }, label);
      made.addEventListener('click', () => act(index));
      return made;
    };
    return h('tr', { role: 'row' },
      rowHeader(row.study, h('small', {}, `${row.arm}; ${TREATMENT[row.treatment]}`)),
      cell('Count', countText(row), h('small', {}, countedText(addition))),
      cell('Enters', entersText(addition, effects)),
      h('td', { role: 'cell' }, button('Edit', edit), ' ', button('Remove', remove)),
    );
  });
  return table('Rows that you added', ['Study and arm', 'Count', 'Enters', ''], rows);
}

/** How many pools have the row, else why none has. */
function entersText(addition: Addition, { pools, harms, after }: Effects): string {
  const { row } = addition;
  if (!row.pool) return `no pool: ${row.notPooledBecause}`;
  return addition.list === 'adverseEvents' ? harmEnters(addition.row, harms, after) : countEnters(addition.row, pools, after);
}

function countEnters(row: CountRow, pools: readonly ChangedPool[], { literature, own }: PoolMaterial): string {
  const count = pools.filter(({ after }) => after.trials.some(({ arms }) => arms.includes(row))).length;
  if (count > 0) return plural(count, 'pool');
  if (row.treatment === 'other-comparator') return 'no pool: it is compared with the other arms of its trial';
  const left = pools.flatMap(({ after }) => after.leftOut).find((one) => one.row === row);
  if (left) return `no pool: ${LEFT_OUT[left.reason]}`;
  const isTwice = [...literature, ...own].some(
    (other) => other !== row && other.study === row.study && other.treatment === row.treatment &&
      other.threshold === row.threshold && other.site === row.site,
  );
  return isTwice ? `no pool: ${LEFT_OUT['same-people']}` : 'no pool: none is of this treatment and threshold';
}

function harmEnters(row: AdverseEventRow, harms: readonly ChangedHarm[], after: PoolMaterial): string {
  const isOfRow = ({ treatment, event }: Pick<ChangedHarm, 'treatment' | 'event'>) =>
    treatment === row.treatment && event === row.event;
  const everyAge = poolHarms(after, 'any', DEFAULT_METHOD).find(isOfRow);
  if (!everyAge) return 'no pool: adverse events are pooled of creams and light alone';
  const left = everyAge.leftOut.find((one) => one.row === row);
  if (left) return `no pool: ${LEFT_OUT[left.reason]}`;
  const has = (pool: ChangedHarm['after']) =>
    pool?.trials.some(({ study }) => study === row.study) && !pool.leftOut.some((one) => one.row === row);
  return plural(harms.filter((harm) => isOfRow(harm) && has(harm.after)).length, 'pool');
}
