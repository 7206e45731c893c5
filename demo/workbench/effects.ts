import { changedComparisons, changedPools } from 'vitiligo-outlook/evidence';
import type { ChangedComparison, ChangedPool, PoolAnalysis, PoolMaterial } from 'vitiligo-outlook/evidence';
import type { CountRow } from 'vitiligo-outlook/schema';
import type { Addition } from './check-row.js';
import { byId, h, svg, type Child } from './dom.js';
import { CONTRAST, countText, LEFT_OUT, plural, questionName, SITE, stratumName, THRESHOLD, TREATMENT } from './words.js';

/** What can be done with an added row, by its position. */
export interface RowActions {
  edit(index: number): void;
  remove(index: number): void;
}

/** Shows the added rows and every pool that they move, after what happened. */
export function showEffects(
  before: PoolMaterial,
  after: PoolMaterial,
  added: readonly Addition[],
  what: string,
  actions: RowActions,
): void {
  const pools = changedPools(before, after);
  const comparisons = changedComparisons(before, after);
  byId('effect-summary').textContent = what + summary(added.length, pools.length, comparisons.length);
  byId('added').replaceChildren(...(added.length ? [addedTable(added, pools, after, actions)] : []));
  byId('effects').replaceChildren(
    ...(pools.length ? [effectTable(pools)] : []),
    ...(comparisons.length ? [comparisonTable(comparisons)] : []),
  );
}

function summary(rows: number, pools: number, comparisons: number): string {
  if (rows === 0) return 'No row added yet.';
  const moved = pools === 0 ? 'No pool moves.' : `${plural(pools, 'pool moves', 'pools move')}.`;
  const compared = comparisons ? ` ${plural(comparisons, 'comparison within trials moves', 'comparisons within trials move')}.` : '';
  return `${plural(rows, 'row')} added. ${moved}${compared}`;
}

function addedTable(
  added: readonly Addition[],
  pools: readonly ChangedPool[],
  after: PoolMaterial,
  { edit, remove }: RowActions,
): Node {
  const rows = added.map(({ row }, index) => {
    const name = `${row.study}, ${row.arm}, ${THRESHOLD[row.threshold]}, ${SITE[row.site] ?? row.site}`;
    const button = (label: string, act: (index: number) => void) => {
      const made = h('button', { type: 'button', 'data-act': label.toLowerCase(), 'aria-label': `${label} ${name}` }, label);
      made.addEventListener('click', () => act(index));
      return made;
    };
    return h('tr', { role: 'row' },
      h('th', { role: 'rowheader', scope: 'row' }, row.study, h('small', {}, `${row.arm}; ${TREATMENT[row.treatment]}`)),
      h('td', { role: 'cell', 'data-label': 'Count' },
        `${countText(row)}`, h('small', {}, `${THRESHOLD[row.threshold]}, ${SITE[row.site] ?? row.site}`)),
      h('td', { role: 'cell', 'data-label': 'Enters' }, entersText(row, pools, after)),
      h('td', { role: 'cell' }, button('Edit', edit), ' ', button('Remove', remove)),
    );
  });
  return table('Rows that you added', ['Study and arm', 'Count', 'Enters', ''], rows);
}

/** How many pools have the row, else why none has. */
function entersText(row: CountRow, pools: readonly ChangedPool[], { literature, own }: PoolMaterial): string {
  const count = pools.filter(({ after }) => after.trials.some(({ arms }) => arms.includes(row))).length;
  if (count > 0) return plural(count, 'pool');
  if (!row.pool) return `no pool: ${row.notPooledBecause}`;
  if (row.treatment === 'other-comparator') return 'no pool: it is compared with the other arms of its trial';
  const left = pools.flatMap(({ after }) => after.leftOut).find((one) => one.row === row);
  if (left) return `no pool: ${LEFT_OUT[left.reason]}`;
  const isTwice = [...literature, ...own].some(
    (other) => other !== row && other.study === row.study && other.treatment === row.treatment &&
      other.threshold === row.threshold && other.site === row.site,
  );
  return isTwice ? `no pool: ${LEFT_OUT['same-people']}` : 'no pool: none is of this treatment and threshold';
}

function effectTable(pools: readonly ChangedPool[]): Node {
  const rows = pools.map(({ question, before, after }) =>
    h('tr', { role: 'row' },
      h('th', { role: 'rowheader', scope: 'row' }, questionName(question), strip({ before, after })),
      h('td', { role: 'cell', 'data-label': 'Before' }, ...poolCell(before)),
      h('td', { role: 'cell', 'data-label': 'After' }, ...poolCell(after)),
      h('td', { role: 'cell', 'data-label': 'Published' }, ...publishedCell(after), gapText(after)),
    ),
  );
  const caption =
    'Pools that move, as numbers of 100 with their 95 % intervals. On the lines from 0 to 100: before, after, published.';
  return table(caption, ['Pool', 'Before', 'After', 'Published'], rows);
}

function comparisonTable(comparisons: readonly ChangedComparison[]): Node {
  const rows = comparisons.map(({ group, before, after }) => {
    const { contrast, threshold } = (after ?? before)!;
    return h('tr', { role: 'row' },
      h('th', { role: 'rowheader', scope: 'row' }, `${CONTRAST[contrast]}, ${stratumName(group)}: ${THRESHOLD[threshold]}`),
      h('td', { role: 'cell', 'data-label': 'Before' }, ...comparisonCell(before)),
      h('td', { role: 'cell', 'data-label': 'After' }, ...comparisonCell(after)),
    );
  });
  const caption =
    'Comparisons within trials that move, as risk ratios with their 95 % intervals. The data have no published value beside them.';
  return table(caption, ['Comparison', 'Before', 'After'], rows);
}

function comparisonCell(comparison: ChangedComparison['after']): Child[] {
  if (!comparison) return [h('span', { class: 'none' }, 'no trial with both arms')];
  const { trials, ratio: pooled } = comparison;
  const ratio = trials.length === 1 ? trials[0]!.ratio : pooled;
  const count = h('small', {}, trials.length === 1 ? 'a single trial' : plural(trials.length, 'trial'));
  if (!ratio || !('estimate' in ratio)) return [h('span', { class: 'none' }, 'no ratio'), count];
  const [estimate, low, high] = [ratio.estimate, ratio.low, ratio.high].map((value) => value.toFixed(2));
  return [h('strong', {}, estimate!), ` (${low} to ${high})`, count];
}

function table(caption: string, columns: readonly string[], rows: readonly Node[]): Node {
  return h('table', { role: 'table' },
    h('caption', {}, caption),
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, ...columns.map((name) =>
      h('th', { role: 'columnheader', scope: 'col' }, name || h('span', { class: 'unseen' }, 'Edit or remove'))))),
    h('tbody', { role: 'rowgroup' }, ...rows),
  );
}

/** The decimal digits of a percentage are restored before it is rounded half up: 0.575 is 58. */
const of100 = (proportion: number) => Math.round(Number((proportion * 100).toPrecision(12)));

function poolCell({ result, coverage }: PoolAnalysis): Child[] {
  if (result.kind === 'no-answer') return [h('span', { class: 'none' }, 'no count')];
  const { estimate, low, high, effects } = result;
  const trials = effects.trials.length;
  const covered = coverage ? `; ${coverage.counted} of the ${coverage.pooledByReview} studies that the review pooled` : '';
  return [
    h('strong', {}, String(of100(estimate))),
    ` (${of100(low)} to ${of100(high)})`,
    h('small', {}, `${trials === 1 ? 'a single study' : plural(trials, 'trial')}${covered}`),
  ];
}

function publishedCell({ published }: PoolAnalysis): Child[] {
  if (!published) return [h('span', { class: 'none' }, 'none')];
  const isOther = published.match !== 'exact' ? [h('small', {}, 'for a wider group')] : [];
  const responses = published.responses.flatMap(({ estimate, low, high, months }) => [
    h('strong', {}, String(of100(estimate))),
    low === null || high === null ? '' : ` (${of100(low)} to ${of100(high)})`,
    months?.printed && published.responses.length > 1 ? h('small', {}, `at ${plural(months.printed, 'month')}`) : null,
  ]);
  return [...responses, ...isOther];
}

/** How far the pool lies from the published number, both as they are shown. */
function gapText({ published, result }: PoolAnalysis): Child {
  const [first] = published?.responses ?? [];
  if (!first || result.kind === 'no-answer') return null;
  const gap = of100(result.estimate) - of100(first.estimate);
  return h('small', {}, gap === 0 ? 'The pool is the same.' : `The pool is ${Math.abs(gap)} of 100 ${gap > 0 ? 'above' : 'below'} it.`);
}

/** Three intervals on one axis from 0 to 100; the numbers stand in the table. */
function strip({ before, after }: Pick<ChangedPool, 'before' | 'after'>): Element {
  const [published] = after.published?.responses ?? [];
  const lines = [
    { name: 'before', of: before.result.kind === 'no-answer' ? null : before.result },
    { name: 'after', of: after.result.kind === 'no-answer' ? null : after.result },
    { name: 'published', of: published ?? null },
  ];
  const marks = lines.flatMap(({ name, of }, index) => {
    if (!of) return [];
    const y = 5 + index * 8;
    const line = of.low === null || of.high === null
      ? []
      : [svg('line', { x1: of.low * 200, x2: of.high * 200, y1: y, y2: y, class: name })];
    return [...line, svg('circle', { cx: of.estimate * 200, cy: y, r: 3, class: name })];
  });
  const ticks = [0, 50, 100, 150, 200].map((x) => svg('line', { x1: x, x2: x, y1: 0, y2: 26, class: 'tick' }));
  return svg('svg', { viewBox: '-4 0 208 26', class: 'strip', 'aria-hidden': 'true' }, ...ticks, ...marks);
}
