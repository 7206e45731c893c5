import { nothing, svg } from 'lit';
import type { Tick } from '../view-model/pooling/axis.js';

/**
 * The marks of the rows of a picture. Each is one study, pool or range; the numbers stand in the row beside it. Across
 * they are told in per cent of the picture's width; up and down, and about their middle, in pixels.
 */
export interface Extent {
  readonly low: number;
  readonly high: number;
}

export interface Marked extends Extent {
  readonly estimate: number;
}

/** Where a row is in the drawing, and how wide its marks may be. In pixels. */
export interface RowPlace {
  readonly width: number;
  readonly top: number;
  readonly height: number;
}

/** Looks in the order in which they are drawn, as names of classes. */
const LOOKS = [
  'plot-grid',
  'plot-reference',
  'plot-band',
  'plot-range',
  'plot-interval',
  'plot-out-line',
  'plot-arrow',
  'plot-study',
  'plot-out',
  'plot-hole',
  'plot-pool',
  'plot-prediction',
] as const;
type Look = (typeof LOOKS)[number];

/** An outline in one look: the data of a path, from where places across are and the middle of the row. */
export interface Mark {
  readonly look: Look;
  readonly outline: (x: (at: number) => number, y: number) => string;
}

/** Pixels. */
const LARGEST_SIDE = 14;
const SMALLEST_SIDE = 5;
const HALF_DIAMOND = 8;

/** The side of a square whose area is the weight; the heaviest is the largest. */
export function sideOf(weight: number, heaviest: number): number {
  return Math.max(LARGEST_SIDE * Math.sqrt(weight / heaviest), SMALLEST_SIDE);
}

/** How a study is told from others without colour: a square; round for a reader's own data; hollow for lesions. */
export interface StudyMark extends Marked {
  readonly side: number;
  readonly isOwn?: boolean;
  readonly isHollow?: boolean;
  /** Not in the pool: an outline on a broken line. */
  readonly isLeftOut?: boolean;
}

export function studyMark({ estimate, low, high, side, isOwn, isHollow, isLeftOut }: StudyMark): Mark[] {
  const shape = isOwn ? round : square;
  const inside = { low: Math.max(low, 0), high: Math.min(high, 100) };
  return [
    rangeLine(inside, isLeftOut ? 'plot-out-line' : 'plot-interval'),
    ...(low < 0 ? [arrow(0)] : []),
    ...(high > 100 ? [arrow(100)] : []),
    shape(estimate, side, isLeftOut ? 'plot-out' : 'plot-study'),
    ...(isHollow && !isLeftOut ? [shape(estimate, side / 2, 'plot-hole')] : []),
  ];
}

function square(at: number, side: number, look: Look): Mark {
  return { look, outline: (x, y) => `M${x(at) - side / 2} ${y - side / 2}h${side}v${side}h${-side}z` };
}

function round(at: number, side: number, look: Look): Mark {
  const half = (width: number) => `a${side / 2} ${side / 2} 0 0 0 ${width} 0`;
  return { look, outline: (x, y) => `M${x(at) - side / 2} ${y}${half(side)}${half(-side)}z` };
}

/** Where an interval goes on beyond an end of the axis. */
function arrow(at: 0 | 100): Mark {
  const back = at ? -6 : 6;
  return { look: 'plot-arrow', outline: (x, y) => `M${x(at) + back} ${y - 4}L${x(at)} ${y}l${back} 4` };
}

/** A line from one limit to the other. */
export function rangeLine({ low, high }: Extent, look: Look): Mark {
  return { look, outline: (x, y) => `M${x(low)} ${y}H${x(high)}` };
}

/** A band of uncertainty that is worked out, not printed. */
export function hatchedBand({ low, high }: Extent): Mark {
  return { look: 'plot-band', outline: (x, y) => `M${x(low)} ${y - 7}H${x(Math.max(high, low + 0.5))}v14H${x(low)}z` };
}

/** The pool: its points are the estimate and the limits. */
export function diamond({ estimate, low, high }: Marked): Mark {
  return {
    look: 'plot-pool',
    outline: (x, y) => {
      const peak = x(estimate);
      const right = x(Math.max(high, low + 0.5));
      return `M${x(low)} ${y}L${peak} ${y - HALF_DIAMOND}L${right} ${y}L${peak} ${y + HALF_DIAMOND}z`;
    },
  };
}

/** Where a new study would lie: a line with bars at its ends, below the diamond. */
export function predictionLine({ low, high }: Extent): Mark {
  return {
    look: 'plot-prediction',
    outline: (x, y) => `M${x(low)} ${y + 10}v6M${x(high)} ${y + 10}v6M${x(low)} ${y + 13}H${x(high)}`,
  };
}

/** What of a table of intervals its marks are drawn from. */
export interface MarkedRows {
  readonly axis: readonly Tick[];
  /** Where a broken line goes through all rows, in per cent. */
  readonly reference: number | null;
  readonly rows: readonly { readonly marks: readonly Mark[] }[];
}

/**
 * All rows in one drawing, each at its place: the axis' lines from row to row, then the marks. Those of one look are
 * one path, since a browser takes about as long for it as for a single mark. Where clicks change which there are, each
 * has its path, empty or not: that takes less than to put one in.
 */
export function marksOf({ axis, reference, rows }: MarkedRows, places: readonly RowPlace[], withEmpty = false) {
  const paths = Object.fromEntries(LOOKS.map((look) => [look, ''])) as Record<Look, string>;
  rows.forEach(({ marks }, i) => {
    const { width, top, height } = places[i]!;
    const x = (at: number) => Math.round(at * width) / 100;
    const through = (at: number) => `M${x(at)} ${top}v${height}`;
    for (const { at } of axis) paths['plot-grid'] += through(at);
    if (reference !== null) paths['plot-reference'] += through(reference);
    for (const { look, outline } of marks) paths[look] += outline(x, top + height / 2);
  });
  return Object.entries(paths).map(([look, d]) => (d || withEmpty ? svg`<path class=${look} d=${d} />` : nothing));
}
