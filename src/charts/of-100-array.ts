import { html, nothing, svg } from 'lit';
import type { BarView } from '../view-model/response-view.js';

export type Icons = 'shapes' | 'people';

/** What an array shows: so many of 100, and what the interval leaves open. */
export interface ArrayFigures {
  readonly of100: number;
  readonly range: { readonly low: number; readonly high: number } | null;
  readonly bar: Pick<BarView, 'label' | 'tone'>;
}

const COLUMNS = 10;
const CELL = 10;

/**
 * A hundred icons, ten in a row: filled for those who reached it, outlined for those who did not, and a band behind
 * those that the interval leaves open. One image with a name; `describedBy` is the sentence that says both sides.
 * Three paths instead of a hundred elements, so that a page of arrays stays light.
 */
export function ofHundredArray({ of100, range, bar }: ArrayFigures, icons: Icons, describedBy: string) {
  const icon = ICON[icons];
  return html`<svg
    class="array tone-${bar.tone}"
    role="img"
    aria-label=${bar.label}
    aria-describedby=${describedBy}
    viewBox="0 0 100 100"
  >
    ${range && range.high > range.low ? svg`<path class="array-range" d=${bandPath(range.low, range.high)} />` : nothing}
    <path class="array-rest" d=${iconsPath(icon.outlined, of100, COLUMNS * CELL)} />
    <path class="array-reached" d=${iconsPath(icon.filled, 0, of100)} />
  </svg>`;
}

/** The icons that an array is made of, for its legend, in the tone around them. */
export function arrayIcon(part: 'reached' | 'rest' | 'range', icons: Icons) {
  const path = part === 'range' ? 'M1 1h8v8h-8z' : ICON[icons][part === 'reached' ? 'filled' : 'outlined'](5, 5);
  return html`<svg class="array-icon" viewBox="0 0 10 10" aria-hidden="true">
    <path class="array-${part}" d=${path} />
  </svg>`;
}

type Icon = (x: number, y: number) => string;

/** An outline is drawn inwards, so that it takes as much room as its filled kind. */
const ICON: Record<Icons, { readonly filled: Icon; readonly outlined: Icon }> = {
  shapes: { filled: disc(3.7), outlined: disc(3.2) },
  people: { filled: person(1), outlined: person(0.85) },
};

function disc(radius: number): Icon {
  const half = `a${radius} ${radius} 0 1 0`;
  return (x, y) => `M${x - radius} ${y}${half} ${2 * radius} 0${half} ${-2 * radius} 0z`;
}

function person(size: number): Icon {
  const head = disc(1.6 * size);
  const width = 2.8 * size;
  return (x, y) => `${head(x, y - 2.5)}M${x - width} ${y + 4 * size}v-1.4a${width} ${width} 0 0 1 ${2 * width} 0v1.4z`;
}

function iconsPath(icon: Icon, from: number, to: number): string {
  const cells = Array.from({ length: to - from }, (_, i) => from + i);
  return cells.map((cell) => icon(...centre(cell))).join('');
}

function centre(cell: number): [number, number] {
  return [(cell % COLUMNS) * CELL + CELL / 2, Math.floor(cell / COLUMNS) * CELL + CELL / 2];
}

/** The outline of the cells from `low` up to `high`, which fill rows as a text does. */
function bandPath(low: number, high: number): string {
  const [top, start] = [Math.floor(low / COLUMNS), low % COLUMNS];
  const [bottom, end] = [Math.floor((high - 1) / COLUMNS), ((high - 1) % COLUMNS) + 1];
  if (top === bottom) return box(start, top, end);
  // Two rows that do not touch.
  if (bottom === top + 1 && end <= start) return box(start, top, COLUMNS) + box(0, bottom, end);
  const corners = [
    [start, top], [COLUMNS, top], [COLUMNS, bottom], [end, bottom],
    [end, bottom + 1], [0, bottom + 1], [0, top + 1], [start, top + 1],
  ] as const;
  return `M${corners.map(([x, y]) => `${x * CELL} ${y * CELL}`).join('L')}z`;
}

function box(start: number, row: number, end: number): string {
  return `M${start * CELL} ${row * CELL}H${end * CELL}v${CELL}H${start * CELL}z`;
}
