import { css } from 'lit';

/**
 * Styles of the pictures of the pooling panel; they load with it. Colours are those of the element; what differs in
 * meaning differs in shape, line or filling too.
 */
export const chartStyles = css`
  .plot-table {
    --_number: 8em;
    --_plot: 48%;
    --_indent: 0em;
    --_tone: var(--_50);
  }
  .plot-harm {
    --_tone: var(--_harm);
  }
  .plot-ratios {
    --_number: 10.5em;
    --_plot: 38%;
  }
  .plot-switched {
    --_indent: 2.8em;
  }
  .plot-table :is(th, td) {
    padding-block: 0.4em;
    padding-inline: 0 0.8em;
    vertical-align: middle;
  }
  .plot-table thead th {
    font-size: 0.875em;
    color: var(--_muted);
    vertical-align: bottom;
    border-block-end: 1px solid var(--_rule);
  }
  .plot-notes {
    display: block;
    font-size: 0.8125em;
    font-weight: 400;
    color: var(--_muted);
  }
  .plot-text {
    font-size: 0.875em;
    inline-size: 12%;
  }
  .plot-table .plot-cell {
    position: relative;
    inline-size: var(--_plot);
    padding-inline: 0;
  }
  .fixed-line {
    display: block;
  }
  .plot-number {
    inline-size: var(--_number);
    box-sizing: border-box;
    margin-inline-start: auto;
    padding-inline-start: 0.9em;
    font-size: 0.9375em;
  }
  .plot-row-picture {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0.6em;
    inline-size: calc(100% - var(--_number) - 0.6em);
    block-size: 100%;
    overflow: visible;
  }
  .plot-picture {
    overflow: visible;
  }
  .plot-print {
    display: none;
    clip-path: inset(0 -1em);
  }
  .plot-row-pool {
    border-block-start: 1px solid var(--_rule);
    font-weight: 600;
  }
  .plot-row-pool .plot-cell {
    block-size: 2.4em;
  }
  tfoot .plot-cell {
    block-size: 1.5em;
  }
  .plot-switch {
    inline-size: 2em;
  }
  .plot-switch label {
    display: grid;
    place-items: center start;
    min-inline-size: max(1.75em, 26px);
    min-block-size: max(1.75em, 26px);
    cursor: pointer;
  }
  .plot-switch input {
    accent-color: var(--_accent);
    inline-size: 1.15em;
    block-size: 1.15em;
    margin: 0;
  }
  .picture-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
    margin-block: 0.4em;
  }
  .picture-told {
    font-size: 0.875em;
    margin-block: 0 1.2em;
  }
  .plot-frame {
    direction: ltr;
    padding-inline: 1em;
    max-inline-size: 44em;
  }
  .plot-with-scale {
    padding-inline-start: 3em;
  }
  .plot-frame,
  .plot-picture {
    --_tone: var(--_50);
    display: block;
  }
  .plot-progress {
    display: flex;
    align-items: center;
    gap: 0.8em;
    font-size: 0.875em;
    color: var(--_muted);
  }
  .plot-progress progress {
    accent-color: var(--_accent);
  }
  .plot-facts,
  .plot-numbers {
    font-size: 0.875em;
  }
  .plot-numbers {
    max-inline-size: 40em;
  }

  .plot-tick {
    fill: var(--_muted);
    font-size: 0.8125em;
  }
  .plot-grid {
    stroke: var(--_rule);
  }
  .plot-reference {
    stroke-dasharray: 2 3;
  }
  .plot-contour {
    stroke-dasharray: 6 4;
  }
  .plot-out-line {
    stroke-dasharray: 3 3;
  }
  .plot-interval,
  .plot-arrow,
  .plot-default {
    stroke: var(--_text);
  }
  .plot-interval,
  .plot-arrow,
  .plot-out,
  .plot-out-line {
    stroke-width: 1.5;
  }
  .plot-arrow {
    fill: none;
  }
  .plot-study,
  .plot-bin,
  .plot-pool {
    fill: var(--_tone);
  }
  .plot-study,
  .plot-bin,
  .plot-range,
  .plot-prediction {
    stroke: var(--_tone);
  }
  .plot-axis,
  .plot-reference,
  .plot-contour,
  .plot-band,
  .plot-differs,
  .plot-out,
  .plot-out-line {
    stroke: var(--_muted);
  }
  .plot-bin {
    stroke-width: 0.5;
  }
  .plot-range {
    stroke-width: 6;
  }
  .plot-prediction {
    stroke-width: 2;
  }
  .plot-out,
  .plot-hole {
    fill: var(--_surface);
  }
  .plot-point {
    stroke: var(--_surface);
  }
  .plot-band,
  .plot-differs {
    fill: url(#hatch);
  }
  .plot-differs {
    stroke-width: 1;
  }

  @container (max-width: 38em) {
    .plot-table,
    .plot-table :is(caption, thead, tbody, tfoot) {
      display: block;
    }
    .plot-table tr {
      display: flex;
      flex-wrap: wrap;
      column-gap: 0.8em;
      padding-block: 0.4em;
      padding-inline-start: var(--_indent);
    }
    .plot-switch,
    .plot-table .plot-cell {
      margin-inline-start: calc(0em - var(--_indent));
    }
    .plot-row {
      border-block-end: 1px solid var(--_rule);
    }
    .plot-table :is(th, td) {
      padding: 0;
    }
    .plot-text {
      inline-size: auto;
    }
    .plot-table .plot-header {
      flex: 1 1 100%;
    }
    .plot-table thead th:is(.plot-switch, .plot-header, .plot-text) {
      position: absolute;
      clip-path: inset(50%);
    }
    .plot-table :is(.plot-text, tfoot td):empty {
      display: none;
    }
    .plot-table .plot-cell {
      flex: 1 0 calc(100% + var(--_indent));
    }
    tbody .plot-number {
      padding-block: 0.25em;
    }
  }
  @container (max-width: 15em) {
    .plot-table {
      --_number: 4.5em;
    }
  }
  /* Wide enough for one line: what a click changes keeps its size, so that nothing around it is laid out again. */
  @container (min-width: 15em) {
    .fixed-line {
      min-inline-size: 5em;
      block-size: 1lh;
      contain: size layout;
    }
    .fixed-line,
    .plot-table:not(.plot-ratios) .plot-number {
      white-space: nowrap;
    }
  }
  @media print {
    .picture-buttons,
    .plot-marks {
      display: none;
    }
    .plot-print {
      display: block;
    }
    /* Marks are stretched with the width, and rows are not: on wide sheets they would be higher than these. */
    .plot-table {
      max-inline-size: 60em;
    }
  }
  @media (forced-colors: active) {
    .plot-table,
    .plot-picture {
      --_text: CanvasText;
      --_tone: CanvasText;
      --_muted: CanvasText;
      --_surface: Canvas;
      --_rule: GrayText;
    }
  }
`;
