import type { ChangedPool, PoolAnalysis, PoolMaterial, PoolQuestion } from 'vitiligo-outlook/evidence';
import { h, type Child } from './dom.js';
import { cell, figure, gap, none, rowHeader, strip, table, trialsText, type Figure } from './tables.js';
import { plural, questionName, THRESHOLD } from './words.js';

type Core = PoolMaterial['core'];

/** The pools of repigmentation that move. */
export function poolTable(pools: readonly ChangedPool[], core: Core): Node {
  const rows = pools.map(({ question, before, after }) => {
    const published = publishedFigures(question, after, core);
    const figures = { before: pooledFigure(before), after: pooledFigure(after), published: published[0] ?? null };
    return h('tr', { role: 'row' },
      rowHeader(questionName(question), strip(figures)),
      cell('Before', ...poolCell(before)),
      cell('After', ...poolCell(after)),
      cell('Published', ...publishedCell(question, after, published, core)),
    );
  });
  const caption =
    'Pools of repigmentation that move, as numbers of 100 with their 95 % intervals. On the lines from 0 to 100: before, after, published.';
  return table(caption, ['Pool', 'Before', 'After', 'Published'], rows);
}

const pooledFigure = ({ result }: PoolAnalysis): Figure | null => (result.kind === 'no-answer' ? null : result);

function poolCell({ result, coverage }: PoolAnalysis): Child[] {
  if (result.kind === 'no-answer') return [none('no count')];
  const covered = coverage ? `; ${coverage.counted} of the ${coverage.pooledByReview} studies that the review pooled` : '';
  return [...figure(result), h('small', {}, trialsText(result.effects.trials.length, 'a single study') + covered)];
}

interface PublishedFigure extends Figure {
  readonly months: number | null;
}

/** What a review pooled for the group, else the single figures of another review for the site. */
function publishedFigures(question: PoolQuestion, { published }: PoolAnalysis, core: Core): PublishedFigure[] {
  if (published) return published.responses.map(({ months, ...of }) => ({ ...of, months: months?.printed ?? null }));
  const { treatment, site, threshold } = question;
  if (treatment !== 'phototherapy') return [];
  const single = core.context.filter((one) => one.appliesTo === site && one.threshold === threshold);
  return single.map(({ estimate, months }) => ({ estimate, low: null, high: null, months }));
}

function publishedCell(
  { treatment, threshold }: PoolQuestion,
  after: PoolAnalysis,
  figures: readonly PublishedFigure[],
  { strata }: Core,
): Child[] {
  if (figures.length === 0) {
    const ofTreatment = strata.filter((stratum) => stratum.treatment === treatment);
    const isAsked = ofTreatment.some(({ responses }) => responses.some((one) => one.threshold === threshold));
    return [none(isAsked ? 'none: no review pooled this group' : `none: no review pooled ${THRESHOLD[threshold]}`)];
  }
  const cells = figures.flatMap((of) => [
    ...figure(of),
    of.months !== null && treatment === 'phototherapy' ? h('small', {}, `at ${plural(of.months, 'month')}`) : null,
    gap(pooledFigure(after), of),
  ]);
  const isWider = after.published && after.published.match !== 'exact';
  return [...cells, isWider ? h('small', {}, 'It is for a wider group.') : null];
}
