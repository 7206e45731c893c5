import { changedComparisons, changedHarms, changedPools, type PoolMaterial } from 'vitiligo-outlook/evidence';
import { addedTable, type RowActions } from './added-table.js';
import { adverseEventsIn, type Addition } from './check-row.js';
import { comparisonTable } from './comparison-effects.js';
import { byId } from './dom.js';
import { harmTable } from './harm-effects.js';
import { poolTable } from './pool-effects.js';
import { plural } from './words.js';

/** Shows the added rows and every pool that they move, after what happened. */
export function showEffects(
  before: PoolMaterial,
  after: PoolMaterial,
  added: readonly Addition[],
  what: string,
  actions: RowActions,
): void {
  const pools = changedPools(before, after);
  const harms = changedHarms(before, after);
  const comparisons = changedComparisons(before, after);
  byId('effect-summary').textContent = what + summary(added.length, pools.length, harms.length, comparisons.length);
  byId('added').replaceChildren(...(added.length ? [addedTable(added, { pools, harms, after }, actions)] : []));
  byId('effects').replaceChildren(
    ...(pools.length ? [poolTable(pools, after.core)] : []),
    ...(harms.length ? [harmTable(harms, after.core)] : []),
    ...(comparisons.length ? [comparisonTable(comparisons, after.core)] : []),
  );
  byId('element-lacks').hidden = adverseEventsIn(added).length === 0;
}

function summary(rows: number, pools: number, harms: number, comparisons: number): string {
  if (rows === 0) return 'No row added yet.';
  const moved = [
    pools ? `${plural(pools, 'pool moves', 'pools move')}.` : null,
    harms ? `${plural(harms, 'pool of adverse events moves', 'pools of adverse events move')}.` : null,
    pools + harms === 0 ? 'No pool moves.' : null,
    comparisons ? `${plural(comparisons, 'comparison within trials moves', 'comparisons within trials move')}.` : null,
  ];
  return [`${plural(rows, 'row')} added.`, ...moved].filter(Boolean).join(' ');
}
