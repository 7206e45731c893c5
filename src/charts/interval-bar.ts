import { html, nothing, svg } from 'lit';
import type { BarView } from '../view-model/response-view.js';

/**
 * One rate on a scale from 0 to 100: a band for the interval, a mark for the estimate, and thin hatching over an extent
 * that was printed but is probably a misprint. One image with a name; the numbers stand in the row beside it.
 * Positions are SVG attributes in percent, so that it fits any width and a strict policy has nothing to refuse.
 */
export function intervalBar({ label, estimate, low, high, printedLow, tone }: BarView) {
  return html`<svg class="bar tone-${tone}" role="img" aria-label=${label} height="16" width="100%">
    <line class="bar-axis" x1="0" x2="100%" y1="8" y2="8" />
    ${[0, 50, 100].map((tick) => svg`<line class="bar-axis" x1="${tick}%" x2="${tick}%" y1="5" y2="11" />`)}
    ${printedLow === null || low === null
      ? nothing
      : svg`<rect class="bar-printed" x="${printedLow}%" width="${low - printedLow}%" y="4" height="8" />`}
    ${low === null || high === null
      ? nothing
      : svg`<rect class="bar-range" x="${low}%" width="${Math.max(high - low, 0.5)}%" y="3" height="10" rx="2" />`}
    <circle class="bar-estimate" cx="${estimate}%" cy="8" r="5" />
  </svg>`;
}

/** The hatching that `bar-printed` is filled with; once in the shadow tree. */
export const hatchPattern = svg`<pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse"
  patternTransform="rotate(45)">
  <line class="hatch-line" x1="0" x2="0" y1="0" y2="4" />
</pattern>`;
export const hatching = html`<svg class="hatching" width="0" height="0" aria-hidden="true">${hatchPattern}</svg>`;
