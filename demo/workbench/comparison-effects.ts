import type { ChangedComparison, PoolMaterial } from 'vitiligo-outlook/evidence';
import type { Comparisons } from 'vitiligo-outlook/schema';
import { h, type Child } from './dom.js';
import { evidence } from './evidence.js';
import { reviewsBeside, type ReviewRatio } from './reviews-beside.js';
import { cell, none, rowHeader, table, trialsText } from './tables.js';
import { CONTRAST, stratumName, THRESHOLD } from './words.js';

type Comparison = ChangedComparison['after'];

/** The comparisons within trials that move. */
export function comparisonTable(comparisons: readonly ChangedComparison[], core: PoolMaterial['core']): Node {
  const rows = comparisons.map((change) => {
    const { group, before, after } = change;
    const { contrast, threshold } = (after ?? before)!;
    return h('tr', { role: 'row' },
      rowHeader(`${CONTRAST[contrast]}, ${stratumName(group)}: ${THRESHOLD[threshold]}`),
      cell('Before', ...comparisonCell(before)),
      cell('After', ...comparisonCell(after)),
      cell('Other reviews', ...otherReviewsCell(change, core)),
    );
  });
  const caption =
    'Comparisons within trials that move, as risk ratios with their 95 % intervals. What other reviews pooled stands beside them and enters nothing.';
  return table(caption, ['Comparison', 'Before', 'After', 'Other reviews'], rows);
}

interface Ratio {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

function ratioOf(comparison: Comparison): Ratio | null {
  const { trials = [], ratio: pooled = null } = comparison ?? {};
  const ratio = trials.length === 1 ? trials[0]!.ratio : pooled;
  return ratio && 'estimate' in ratio ? ratio : null;
}

const digits = (ratio: number) => ratio.toFixed(2);

const ratioFigure = ({ estimate, low, high }: Ratio): Child[] =>
  [h('strong', {}, digits(estimate)), ` (${digits(low)} to ${digits(high)})`];

function comparisonCell(comparison: Comparison): Child[] {
  if (!comparison) return [none('no trial with both arms')];
  const ratio = ratioOf(comparison);
  return [
    ...(ratio ? ratioFigure(ratio) : [none('no ratio')]),
    h('small', {}, trialsText(comparison.trials.length, 'a single trial')),
  ];
}

function otherReviewsCell({ group, before, after }: ChangedComparison, core: PoolMaterial['core']): Child[] {
  const compared = (after ?? before)!;
  const { ratios, findings } = reviewsBeside(compared, group, core, evidence.comparisons.otherReviews);
  if (ratios.length + findings.length === 0) return [none('none: no review in the data has a ratio for this')];
  const own = ratioOf(after);
  return [h('ul', {}, ...ratios.map((beside) => h('li', {}, ...ratioItem(beside, own))), ...findings.map(findingItem))];
}

function ratioItem({ ratio, record, differs }: ReviewRatio, own: Ratio | null): Child[] {
  return [
    ...ratioFigure(ratio),
    ' ',
    citation(record),
    ...differs.map((text) => h('small', {}, text)),
    own ? h('small', {}, gapText(own.estimate, ratio.estimate)) : null,
  ];
}

/** Both as they are shown. */
function gapText(own: number, other: number): string {
  const gap = Number(digits(own)) - Number(digits(other));
  if (digits(Math.abs(gap)) === '0.00') return 'The ratio here is the same.';
  return `The ratio here is ${digits(Math.abs(gap))} ${gap > 0 ? 'above' : 'below'} it.`;
}

function findingItem(record: Comparisons['otherReviews'][number]): Node {
  const { comparison, finding } = record;
  return h('li', {}, 'no ratio ', citation(record), h('small', {}, `${comparison}: ${finding}`));
}

/** "Li 2017", with a link. */
function citation({ reference }: { reference: string }): Child {
  const { authors = reference, year, doi, url } = evidence.references.find(({ id }) => id === reference)!;
  const name = `${authors.split(/[ ,]/)[0]} ${year ?? ''}`.trim();
  const address = doi ? `https://doi.org/${doi}` : url;
  return address ? h('a', { href: address }, name) : name;
}
