import type { ChangedHarm, HarmPool, PoolMaterial } from 'vitiligo-outlook/evidence';
import { h, type Child } from './dom.js';
import { cell, figure, gap, none, rowHeader, strip, table, trialsText, type Figure } from './tables.js';
import { EVENT, harmName } from './words.js';

type Published = PoolMaterial['core']['adverseEvents'][number];

/** The pools of adverse events that move. */
export function harmTable(harms: readonly ChangedHarm[], { adverseEvents }: PoolMaterial['core']): Node {
  const rows = harms.map((harm) => {
    const ofRate = (rate: Published) => rate.treatment === harm.treatment && rate.event === harm.event;
    const published = adverseEvents.find(ofRate) ?? null;
    const figures = { before: pooledFigure(harm.before), after: pooledFigure(harm.after), published };
    return h('tr', { role: 'row' },
      rowHeader(harmName(harm), strip(figures)),
      cell('Before', ...harmCell(harm.before)),
      cell('After', ...harmCell(harm.after)),
      cell('Published', ...(published ? publishedCell(harm, published) : [none(whyNone(harm, adverseEvents))])),
    );
  });
  const caption =
    'Pools of adverse events that move, as people of 100 with their 95 % intervals. On the lines from 0 to 100: before, after, published.';
  return table(caption, ['Pool', 'Before', 'After', 'Published'], rows);
}

function pooledFigure(pool: HarmPool | null): Figure | null {
  return !pool?.result || pool.result.kind === 'no-answer' ? null : pool.result;
}

function harmCell(pool: HarmPool | null): Child[] {
  const pooled = pooledFigure(pool);
  return pooled ? [...figure(pooled), h('small', {}, trialsText(pool!.trials.length, 'a single study'))] : [none('no count')];
}

/** The review counts reports, the pool people: both are said, and the gap is only what it is. */
function publishedCell({ ageGroup, after }: ChangedHarm, published: Published): Child[] {
  const { events, total } = published;
  const reports = `${events} reports among ${total} people who finished; a person may stand behind several. Interval calculated here.`;
  return [
    ...figure(published),
    gap(pooledFigure(after), published),
    h('small', {}, reports),
    ageGroup === 'any' ? null : h('small', {}, 'It is for any age.'),
  ];
}

function whyNone({ treatment }: ChangedHarm, published: readonly Published[]): string {
  const kinds = published.filter((of) => of.treatment === treatment).map(({ event }) => EVENT[event]);
  return kinds.length === 0
    ? 'none: the review pooled no adverse events of this treatment'
    : `none: the review pooled only ${new Intl.ListFormat('en-GB').format(kinds)}`;
}
