import { css } from 'lit';

/** The colours in the dark, whether the system or the page asks for them. */
const dark = css`
  --_text: var(--vitiligo-outlook-text, #ece7df);
  --_muted: var(--vitiligo-outlook-muted, #b8afa3);
  --_surface: var(--vitiligo-outlook-surface, #1c1a17);
  --_soft: #26231f;
  --_rule: var(--vitiligo-outlook-rule, #453f37);
  --_accent: var(--vitiligo-outlook-accent, #8fc0e6);
  --_any: #c9a378;
  --_25: #e0b182;
  --_50: #cf9058;
  --_75: #bf7a42;
  --_harm: #9db2c6;
`;

/**
 * Sizes in `em` and the host's font, so that the element fits its page; columns by the element's own width, not the
 * window's. One warm scale from skin to pigment for repigmentation, slate for harms; nothing says good or bad.
 * The smallest width is for flex rows: they ask for the width of the contents, which a size container does not tell.
 */
export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    min-inline-size: min(20em, 100%);
    color-scheme: light dark;
    line-height: 1.5;
    --_text: var(--vitiligo-outlook-text, #23201c);
    --_muted: var(--vitiligo-outlook-muted, #5d564d);
    --_surface: var(--vitiligo-outlook-surface, #fff);
    --_soft: #f7f4ef;
    --_rule: var(--vitiligo-outlook-rule, #ddd6cb);
    --_accent: var(--vitiligo-outlook-accent, #1f5077);
    --_any: #a97f55;
    --_25: #b27a41;
    --_50: #8f5628;
    --_75: #653717;
    --_harm: #52667a;
  }
  :host([hidden]) {
    display: none;
  }
  .root {
    color: var(--_text);
    background: var(--_surface);
    font-variant-numeric: tabular-nums;
    overflow-wrap: break-word;
    padding: 1em;
  }
  @media (prefers-color-scheme: dark) {
    .root:not([data-theme='light']) {
      ${dark}
    }
  }
  .root[data-theme='light'] {
    color-scheme: light;
  }
  .root[data-theme='dark'] {
    color-scheme: dark;
    ${dark}
  }

  p,
  ul,
  dl {
    margin-block: 0 0.6em;
  }
  .title {
    font-size: 1.35em;
    font-weight: 650;
    line-height: 1.25;
    text-wrap: balance;
  }
  .intended-use {
    color: var(--_muted);
    margin-block: 0.3em 1em;
    max-inline-size: 65em;
  }
  .notice {
    border-inline-start: 0.25em solid var(--_accent);
    background: var(--_soft);
    padding: 0.6em 0.9em;
  }
  .small,
  .fine,
  .help,
  .prefilled,
  .source,
  .lead,
  .condition {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .hatching {
    position: absolute;
  }

  .layout,
  .options {
    display: grid;
    /* A long word may not widen its column beyond the element. */
    grid-template-columns: minmax(0, 1fr);
  }
  .layout {
    gap: 1.25em;
  }
  .inputs {
    border-block: 1px solid var(--_rule);
    padding-block: 0.6em;
  }
  summary {
    cursor: pointer;
    min-block-size: max(1.75em, 24px);
  }
  .inputs > summary span:first-child {
    font-weight: 600;
  }
  .inputs-summary {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .questions {
    display: grid;
    gap: 0.8em;
    margin-block-start: 0.5em;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-inline-size: 0;
  }
  legend {
    font-weight: 600;
    padding: 0;
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
  }
  .answers label {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: max(1.75em, 26px);
    cursor: pointer;
  }
  input[type='radio'] {
    accent-color: var(--_accent);
    inline-size: 1.1em;
    block-size: 1.1em;
    margin: 0;
    flex: none;
  }
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }

  .results-head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    justify-content: space-between;
    align-items: start;
    margin-block-end: 0.75em;
  }
  .lead {
    margin: 0;
    flex: 1 1 18em;
  }
  .switch {
    display: inline-flex;
    border: 1px solid var(--_muted);
    border-radius: 0.4em;
    overflow: clip;
    overflow-clip-margin: 6px;
  }
  .switch button {
    font: inherit;
    color: var(--_text);
    background: none;
    border: 0;
    min-block-size: max(2em, 28px);
    padding-inline: 0.9em;
    cursor: pointer;
  }
  .switch button[aria-pressed='true'] {
    background: var(--_accent);
    color: var(--_surface);
  }

  .options {
    gap: 1.5em 2em;
  }
  .option,
  .panel {
    border-block-start: 2px solid var(--_text);
    padding-block-start: 0.6em;
    min-inline-size: 0;
  }
  .panel {
    margin-block: 1.75em 0;
  }
  .panel[part='maintenance'] {
    margin-block: 0 1.75em;
  }
  .option-title,
  .panel-title {
    font-size: 1.125em;
    font-weight: 650;
    line-height: 1.3;
  }
  .small-title {
    font-weight: 600;
    font-size: 0.9375em;
    margin-block: 1em 0.3em;
  }
  .match {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .match-none {
    color: var(--_text);
    font-size: 1em;
  }
  .uv {
    font-size: 0.875em;
    border-inline-start: 0.25em solid var(--_harm);
    padding-inline-start: 0.75em;
  }
  .headline {
    display: flex;
    align-items: baseline;
    gap: 0.15em;
    margin-block: 0.4em 0;
  }
  .big-number {
    font-size: 3em;
    font-weight: 650;
    line-height: 1;
    color: var(--_75);
  }
  .big-of {
    color: var(--_muted);
  }
  .headline-label {
    margin-inline-start: 0.8em;
    line-height: 1.3;
  }
  .sentence {
    margin-block: 0.4em 0.8em;
  }

  table {
    border-collapse: collapse;
    inline-size: 100%;
    table-layout: fixed;
    margin-block-end: 0.75em;
  }
  caption {
    text-align: start;
    font-weight: 600;
    font-size: 0.9375em;
    padding-block: 0.5em 0.25em;
  }
  caption.visually-hidden {
    padding: 0;
  }
  th {
    font-weight: 500;
    text-align: start;
    padding-block: 0.35em 0;
    line-height: 1.25;
  }
  td {
    padding-block: 0.35em 0;
  }
  .label-column {
    inline-size: 7em;
  }
  .number-column {
    inline-size: 5.6em;
  }
  .bar-cell {
    padding-inline: 0.7em;
  }
  .number {
    text-align: end;
    white-space: nowrap;
  }
  .range {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .fine td {
    padding-block: 0 0.5em;
    border-block-end: 1px solid var(--_rule);
  }
  tbody:last-child .fine td {
    border-block-end: 0;
  }

  .bar {
    display: block;
    overflow: visible;
    direction: ltr;
    --_tone: var(--_harm);
  }
  .tone-any {
    --_tone: var(--_any);
  }
  .tone-25 {
    --_tone: var(--_25);
  }
  .tone-50 {
    --_tone: var(--_50);
  }
  .tone-75 {
    --_tone: var(--_75);
  }
  .bar-axis {
    stroke: var(--_muted);
    stroke-width: 1;
    opacity: 0.6;
  }
  .bar-range {
    fill: var(--_tone);
    fill-opacity: 0.28;
    stroke: var(--_tone);
  }
  .bar-printed {
    fill: url(#hatch);
    stroke: var(--_muted);
    stroke-dasharray: 2 2;
  }
  .hatch-line {
    stroke: var(--_muted);
    stroke-width: 1;
  }
  .bar-estimate {
    fill: var(--_tone);
    stroke: var(--_surface);
    stroke-width: 1.5;
  }

  .marks {
    display: block;
  }
  .retry {
    font: inherit;
    color: var(--_accent);
    background: none;
    border: 1px solid;
    border-radius: 0.4em;
    min-block-size: max(1.75em, 24px);
    padding-inline: 0.7em;
    cursor: pointer;
  }
  .marks > summary,
  .fold > summary {
    color: var(--_accent);
    font-size: 1em;
  }
  .ids {
    font-size: 0.875em;
  }
  .plain,
  .notes {
    padding-inline-start: 1.1em;
  }
  .basis {
    border-block: 1px solid var(--_rule);
    padding-block: 0.5em;
    margin-block-start: 1.75em;
  }
  .basis > summary {
    font-weight: 600;
  }
  .source {
    margin-block: 0.75em 0;
  }
  a {
    color: var(--_accent);
  }

  /* A narrow panel at twice the size of the text. */
  @container (max-width: 15em) {
    .root {
      padding-inline: 0.5em;
    }
    .label-column {
      inline-size: 3.4em;
    }
    .number-column {
      inline-size: 2.6em;
    }
    .bar-cell {
      padding-inline: 0.35em;
    }
    .number {
      white-space: normal;
    }
    .switch,
    .headline {
      flex-wrap: wrap;
    }
  }
  @container (min-width: 45em) {
    .layout {
      grid-template-columns: 13.5em minmax(0, 1fr);
      gap: 2em;
    }
    .inputs {
      border: 0;
      border-inline-end: 1px solid var(--_rule);
      padding: 0 1em 0 0;
    }
    .inputs-summary {
      display: block;
    }
    .answers {
      flex-direction: column;
    }
    .questions {
      gap: 1.1em;
    }
  }
  @container (min-width: 60em) {
    .options {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media (forced-colors: active) {
    .bar-range,
    .bar-estimate {
      fill: CanvasText;
      stroke: CanvasText;
    }
    .switch button[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    .root {
      /* Pages hide all but their own print area: what is asked for on paper is shown. */
      visibility: visible;
    }
    .switch,
    .marks,
    .fold {
      display: none;
    }
    .option,
    .panel {
      break-inside: avoid;
    }
  }
`;
