import { html, svg } from 'lit';
import type { Tick } from '../view-model/pooling/axis.js';

/**
 * A picture with an area for its marks: across in per cent of the width, which is the container's, up and down in
 * pixels. Labels of the axes stand outside of the area.
 */
export interface FramedPicture {
  readonly title: string;
  readonly description: string;
  /** Of the area, in pixels. */
  readonly height: number;
  readonly marks: unknown;
  readonly xAxis: readonly Tick[];
  readonly xLabel?: string;
  /** From the bottom. */
  readonly yAxis?: readonly Tick[];
  readonly yLabel?: string;
}

/** Below the area: tick labels, and the name of the axis where it has one. */
const TICKS_HEIGHT = 24;
const LABEL_HEIGHT = 20;

export function framedPicture(picture: FramedPicture) {
  const { title, description, yAxis } = picture;
  return html`<div class=${yAxis ? 'plot-frame plot-with-scale' : 'plot-frame'}>
    <svg class="plot-picture" role="img" aria-label=${title} width="100%" height=${outerHeight(picture)}>
      <desc>${description}</desc>
      ${pictureArea(picture)}
    </svg>
  </div>`;
}

export function outerHeight({ height, xLabel, yLabel }: FramedPicture): number {
  return height + TICKS_HEIGHT + (xLabel ? LABEL_HEIGHT : 0) + (yLabel ? LABEL_HEIGHT : 0);
}

/** Lines, marks and labels, moved down where a name of the upward axis stands above. */
export function pictureArea({ height, marks, xAxis, xLabel, yAxis, yLabel }: FramedPicture) {
  return svg`${yLabel ? svg`<text class="plot-tick" x="-6" y="12" text-anchor="start">${yLabel}</text>` : ''}
    <g transform="translate(0 ${yLabel ? LABEL_HEIGHT : 0})">
      ${xAxis.map(({ at, label }) => xTick(at, label, height))}
      ${yAxis?.map(({ at, label }) => yTick(height * (1 - at / 100), label))}
      <line class="plot-axis" x1="0" x2="100%" y1=${height} y2=${height} />
      ${marks}
      ${xLabel ? svg`<text class="plot-tick" x="50%" y=${height + 38} text-anchor="middle">${xLabel}</text>` : ''}
    </g>`;
}

function xTick(at: number, label: string, height: number) {
  return svg`<line class="plot-grid" x1="${at}%" x2="${at}%" y1="0" y2=${height + 5} />
    <text class="plot-tick" x="${at}%" y=${height + 19} text-anchor="middle">${label}</text>`;
}

function yTick(y: number, label: string) {
  return svg`<line class="plot-grid" x1="-5" x2="100%" y1=${y} y2=${y} />
    <text class="plot-tick" x="-8" y=${y + 4} text-anchor="end">${label}</text>`;
}
