import { html, nothing, svg } from 'lit';
import type { FunnelPointView, FunnelView } from '../view-model/pooling/funnel-view.js';
import type { SmallStudyView } from '../view-model/pooling/small-study-view.js';
import { framedPicture, type FramedPicture } from './frame.js';
import { plotFacts } from './interval-table.js';
import { numbersTable } from './numbers-table.js';

/** Pixels. */
const HEIGHT = 240;
const SIDE = 9;

/** Studies by effect and size, with the lines that the view has, its numbers as a table, and the tests. */
export function funnelPlot(view: FunnelView, tests: SmallStudyView) {
  const { title, columns, xLabel, yLabel, tableLabel, points } = view;
  return html`<p class="small-title">${title}</p>
    ${framedPicture(funnelPicture(view))}
    ${plotFacts(tests.texts)}
    ${numbersTable(tableLabel, [columns.study, xLabel, yLabel], points.map(({ label, xText, yText }) => [label, xText, yText]))}`;
}

export function funnelPicture(view: FunnelView): FramedPicture {
  const { title, description, xLabel, yLabel, xAxis, yAxis, points, kind } = view;
  // Large studies stand high: many people, or a small standard error.
  const isDown = kind === 'error';
  const yOf = (value: number) => (isDown ? yAxis.place(value) : 100 - yAxis.place(value)) * (HEIGHT / 100);
  return {
    title,
    description,
    height: HEIGHT,
    xAxis: xAxis.ticks,
    xLabel,
    yAxis: isDown ? yAxis.ticks.map(({ at, label }) => ({ at: 100 - at, label })) : yAxis.ticks,
    yLabel,
    marks: svg`${lines(view, yOf)}${points.map((point) => studyPoint(point, xAxis.place(point.x), yOf(point.y)))}`,
  };
}

/** The pool, and the limits within which studies of one common effect would lie, from their apex downwards. */
function lines({ xAxis, centre, contours, points }: FunnelView, yOf: (value: number) => number) {
  const line = (className: string, [x1, x2]: readonly [number, number], [y1, y2]: readonly [number, number]) =>
    svg`<line class=${className} x1="${xAxis.place(x1)}%" x2="${xAxis.place(x2)}%" y1=${y1} y2=${y2} />`;
  const largest = Math.max(...points.map(({ y }) => y));
  return svg`${centre === null ? nothing : line('plot-reference', [centre, centre], [0, HEIGHT])}
    ${contours.flatMap(({ apex, low, high }) =>
      [low, high].map((limit) => line('plot-contour', [apex, limit], [yOf(0), yOf(largest)])),
    )}`;
}

function studyPoint({ own, label }: FunnelPointView, x: number, y: number) {
  const shift = -SIDE / 2;
  return svg`<rect class="plot-study plot-point" x="${x}%" y=${y} width=${SIDE} height=${SIDE} rx=${own ? SIDE / 2 : 0}
    transform="translate(${shift} ${shift})"><title>${label}</title></rect>`;
}
