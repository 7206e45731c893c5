import { nothing, svg } from 'lit';
import type { Tick } from '../view-model/pooling/axis.js';

/**
 * The marks of one row of a picture: across in per cent of its width, so that they fit any, up and down about its
 * middle. Each is one study, pool or range; the numbers stand in the row beside it.
 */
export interface Extent {
  readonly low: number;
  readonly high: number;
}

export interface Marked extends Extent {
  readonly estimate: number;
}

/** Pixels. */
const LARGEST_SIDE = 14;
const SMALLEST_SIDE = 5;
const DIAMOND_HEIGHT = 16;

/** The side of a square whose area is the weight; the heaviest is the largest. */
export function sideOf(weight: number, heaviest: number): number {
  return Math.max(LARGEST_SIDE * Math.sqrt(weight / heaviest), SMALLEST_SIDE);
}

/** The axis' lines, from row to row, and a broken one at the pooled estimate. */
export function gridLines(axis: readonly Tick[], reference: number | null = null) {
  const line = (at: number, className: string) =>
    svg`<line class=${className} x1="${at}%" x2="${at}%" y1="0" y2="100%" />`;
  return svg`${axis.map(({ at }) => line(at, 'plot-grid'))}
    ${reference === null ? nothing : line(reference, 'plot-reference')}`;
}

/** How a study is told from others without colour: a square; round for a reader's own data; hollow for lesions. */
export interface StudyMark extends Marked {
  readonly side: number;
  readonly isOwn?: boolean;
  readonly isHollow?: boolean;
  /** Not in the pool: an outline on a broken line. */
  readonly isLeftOut?: boolean;
}

export function studyMark({ estimate, low, high, side, isOwn, isHollow, isLeftOut }: StudyMark) {
  const lineClass = isLeftOut ? 'plot-interval plot-out plot-broken' : 'plot-interval';
  return svg`${rangeLine({ low: Math.max(low, 0), high: Math.min(high, 100) }, lineClass)}
    ${low < 0 ? arrow(0, -1) : nothing}${high > 100 ? arrow(100, 1) : nothing}
    ${square(estimate, side, isOwn, isLeftOut ? 'plot-study plot-out' : 'plot-study')}
    ${isHollow && !isLeftOut ? square(estimate, side / 2, isOwn, 'plot-hole') : nothing}`;
}

/** Of points, since a browser asks for the styles of a rectangle anew when its sides change. */
function square(at: number, side: number, isRound: boolean | undefined, className: string) {
  const [from, to] = [-side / 2, side / 2];
  if (isRound) return atMiddle(at, svg`<circle class=${className} r=${to} />`);
  const corners = [from, from, to, from, to, to, from, to].join(' ');
  return atMiddle(at, svg`<polygon class=${className} points=${corners} />`);
}

/** Where an interval goes on beyond the axis. */
function arrow(at: number, direction: 1 | -1) {
  const shaft = -6 * direction;
  return atMiddle(at, svg`<path class="plot-arrow" d="M${shaft} -4L0 0L${shaft} 4" />`);
}

/** In pixels from a place in the middle of the row. */
function atMiddle(at: number, marks: unknown) {
  return svg`<svg class="plot-free" x="${at}%" y="50%" overflow="visible">${marks}</svg>`;
}

/** A line with an end at each limit. */
export function rangeLine({ low, high }: Extent, className: string, y = '50%') {
  return svg`<line class=${className} x1="${low}%" x2="${high}%" y1=${y} y2=${y} />`;
}

/** A band of uncertainty that is worked out, not printed. */
export function hatchedBand({ low, high }: Extent) {
  return svg`<rect class="plot-band" x="${low}%" width="${Math.max(high - low, 0.5)}%" y="50%" height="14"
    transform="translate(0 -7)" />`;
}

/** The pool: its points are the estimate and the limits, stretched to its width since a path takes no per cent. */
export function diamond({ estimate, low, high }: Marked) {
  const width = Math.max(high - low, 0.5);
  const peak = ((estimate - low) / width) * 100;
  return atMiddle(
    0,
    svg`<svg class="plot-diamond" x="${low}%" y=${-DIAMOND_HEIGHT / 2} width="${width}%" height=${DIAMOND_HEIGHT}
      viewBox="0 0 100 2" preserveAspectRatio="none">
      <polygon class="plot-pool" points="0 1 ${peak} 0 100 1 ${peak} 2" />
    </svg>`,
  );
}

/** Where a new study would lie: a line with bars at its ends, below the diamond. */
export function predictionLine(range: Extent) {
  const end = (at: number) => svg`<line class="plot-prediction" x1="${at}%" x2="${at}%" y1="10" y2="16" />`;
  return atMiddle(0, [rangeLine(range, 'plot-prediction', '13'), end(range.low), end(range.high)]);
}
