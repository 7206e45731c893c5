import { changedPools, type ChangedPool, type PoolAnalysis, type PoolMaterial } from 'vitiligo-outlook/evidence';
import type { CountRow } from 'vitiligo-outlook/schema';
import type { Addition } from './check-row.js';
import { byId, h, svg, type Child } from './dom.js';
import { countText, LEFT_OUT, plural, questionName, SITE, THRESHOLD, TREATMENT } from './words.js';

/** Shows the added rows and every pool that they move; `onRemove` takes a row away again. */
export function showEffects(
  before: PoolMaterial,
  after: PoolMaterial,
  added: readonly Addition[],
  onRemove: (index: number) => void,
): void {
  const pools = changedPools(before, after);
  byId('effect-summary').textContent = summary(added.length, pools.length);
  byId('added').replaceChildren(...(added.length ? [addedTable(added, pools, after, onRemove)] : []));
  byId('effects').replaceChildren(...(pools.length ? [effectTable(pools)] : []));
}

function summary(rows: number, pools: number): string {
  if (rows === 0) return 'No row added yet.';
  return `${plural(rows, 'row')} added. ${pools === 0 ? 'No pool moves.' : `${plural(pools, 'pool moves', 'pools move')}.`}`;
}

function addedTable(
  added: readonly Addition[],
  pools: readonly ChangedPool[],
  after: PoolMaterial,
  onRemove: (index: number) => void,
): Node {
  const rows = added.map(({ row }, index) => {
    const name = `${row.study}, ${row.arm}, ${THRESHOLD[row.threshold]}, ${SITE[row.site] ?? row.site}`;
    const button = h('button', { type: 'button', 'aria-label': `Remove ${name}` }, 'Remove');
    button.addEventListener('click', () => onRemove(index));
    return h('tr', { role: 'row' },
      h('th', { role: 'rowheader', scope: 'row' }, row.study, h('small', {}, `${row.arm}; ${TREATMENT[row.treatment]}`)),
      h('td', { role: 'cell', 'data-label': 'Count' },
        `${countText(row)}`, h('small', {}, `${THRESHOLD[row.threshold]}, ${SITE[row.site] ?? row.site}`)),
      h('td', { role: 'cell', 'data-label': 'Enters' }, entersText(row, pools, after)),
      h('td', { role: 'cell' }, button),
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
      h('td', { role: 'cell', 'data-label': 'Published' }, ...publishedCell(after)),
    ),
  );
  const caption =
    'Pools that move, as numbers of 100 with their 95 % intervals. On the lines from 0 to 100: before, after, published.';
  return table(caption, ['Pool', 'Before', 'After', 'Published'], rows);
}

function table(caption: string, columns: readonly string[], rows: readonly Node[]): Node {
  return h('table', { role: 'table' },
    h('caption', {}, caption),
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, ...columns.map((name) =>
      h('th', { role: 'columnheader', scope: 'col' }, name || h('span', { class: 'unseen' }, 'Remove'))))),
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
