import { css, unsafeCSS } from 'lit';

/** Every colour of the element, light and dark. */
export const COLOURS = {
  text: ['#23201c', '#ece7df'],
  muted: ['#5d564d', '#b8afa3'],
  surface: ['#fff', '#1c1a17'],
  rule: ['#ddd6cb', '#453f37'],
  accent: ['#1f5077', '#8fc0e6'],
  any: ['#a97f55', '#c9a378'],
  25: ['#b27a41', '#e0b182'],
  50: ['#8f5628', '#cf9058'],
  75: ['#653717', '#bf7a42'],
  harm: ['#52667a', '#9db2c6'],
} as const;

/** The colours as tokens of the style sheet, each of which a page may set. */
const tokens = (own: (light: string, dark: string) => string) =>
  unsafeCSS(
    Object.entries(COLOURS)
      .map(([name, [light, dark]]) => `--_${name}:var(--vitiligo-outlook-${name},${own(light, dark)})`)
      .join(';'),
  );

/**
 * Sizes in `em` and the host's font, so that the element fits its page; columns by the element's own width, not the
 * window's. Four sizes of type: small, text, title, number. One warm scale from skin to pigment for repigmentation,
 * slate for harms; nothing says good or bad.
 * The smallest width is for flex rows: they ask for the width of the contents, which a size container does not tell.
 */
export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    min-inline-size: min(20em, 100%);
    line-height: 1.5;
    ${tokens((light) => light)}
  }
  /* As dark as the page around it is used, which its own color-scheme says; older browsers stay light. */
  @supports (color: light-dark(#fff, #000)) {
    :host {
      ${tokens((light, dark) => `light-dark(${light},${dark})`)}
    }
  }
  :host([hidden]) {
    display: none;
  }
  .root {
    /* Follows a host's text and background. */
    --_soft: var(--vitiligo-outlook-soft, color-mix(in srgb, var(--_text) 4%, var(--_surface)));
    color: var(--_text);
    background: var(--_surface);
    font-variant-numeric: tabular-nums;
    overflow-wrap: break-word;
    padding: 1em;
  }
  .root:lang(ko) {
    word-break: keep-all;
  }
  .root[data-theme='light'] {
    color-scheme: light;
  }
  .root[data-theme='dark'] {
    color-scheme: dark;
  }
  @media (prefers-contrast: more) {
    .root {
      --_muted: var(--_text);
      --_rule: var(--_text);
    }
  }

  p,
  ul,
  dl {
    margin-block: 0 0.6em;
  }
  .title,
  .panel-title {
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.3;
    text-wrap: balance;
  }
  .intended-use {
    margin-block: 0.3em 1em;
    max-inline-size: 70em;
  }
  .notice {
    border-inline-start: 0.25em solid var(--_accent);
    background: var(--_soft);
    padding: 0.6em 0.9em;
  }
  .intended-use,
  .small,
  .fine,
  .help,
  .prefilled,
  .source,
  .lead,
  .match,
  .uv,
  .legend,
  .inputs-summary {
    font-size: 0.8125em;
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
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  a,
  .marks > summary,
  .fold > summary {
    color: var(--_accent);
  }
  .fold > summary {
    font-size: 0.8125em;
  }
  summary {
    cursor: pointer;
    min-block-size: max(1.75em, 24px);
  }
  button {
    font: inherit;
    color: var(--_text);
    background: none;
    border: 0;
    min-block-size: max(2em, 28px);
    padding-inline: 0.9em;
    cursor: pointer;
  }
  .quiet,
  .switch {
    border: 1px solid var(--_muted);
    border-radius: 0.4em;
  }
  .switch {
    display: inline-flex;
  }
  .switch :first-child {
    border-start-start-radius: 0.3em;
    border-end-start-radius: 0.3em;
  }
  .switch :last-child {
    border-start-end-radius: 0.3em;
    border-end-end-radius: 0.3em;
  }
  .switch button[aria-pressed='true'] {
    background: var(--_accent);
    color: var(--_surface);
  }

  .layout,
  .questions,
  .options,
  .harms {
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
  .inputs-head,
  .results-head,
  .choice {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
  }
  .results-head {
    margin-block-end: 0.75em;
  }
  .inputs-head p,
  .lead {
    margin: 0;
    flex: 1 1 8em;
  }
  .lead {
    flex-basis: 18em;
  }
  .inputs-summary {
    display: block;
  }
  .inputs[data-open] .inputs-summary,
  .inputs:not([data-open]) .questions {
    display: none;
  }
  .questions {
    gap: 0.9em;
    margin-block-start: 0.6em;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-inline-size: 0;
  }
  legend,
  .inputs-title {
    font-weight: 600;
    padding: 0;
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
  }
  .answers label,
  .tick {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: max(1.75em, 26px);
    cursor: pointer;
  }
  input[type='radio'],
  .tick input {
    accent-color: var(--_accent);
    inline-size: 1.1em;
    block-size: 1.1em;
    margin: 0;
    flex: none;
  }
  .help,
  .prefilled {
    margin: 0;
  }

  .choice,
  .panel {
    margin-block: 1.25em 0;
  }
  .choice > span {
    font-weight: 600;
  }
  .legend {
    margin-block: 0.5em 1em;
  }
  .legend span {
    margin-inline-end: 1em;
  }
  .array-icon {
    block-size: 1em;
    vertical-align: -0.1em;
  }
  .options,
  .harms {
    gap: 1.75em 2em;
    grid-template-columns: repeat(auto-fill, minmax(min(16.5em, 100%), 1fr));
  }
  .option,
  .panel {
    border-block-start: 1px solid var(--_text);
    padding-block-start: 0.6em;
    min-inline-size: 0;
  }
  /* Pictures and tables of options that stand side by side begin at the same height. */
  .option {
    display: grid;
    grid-template-rows: subgrid;
    grid-template-columns: minmax(0, 1fr);
    grid-row: span 3;
    row-gap: 0;
  }
  .option:has(.pictures) {
    grid-row: span 4;
  }
  /* Without a picture the text begins where others have theirs. */
  .bare > :last-child {
    grid-row: 3 / -1;
  }
  /* On paper short cards stand below each other. */
  .stack {
    display: contents;
  }
  .panel {
    margin-block: 2em 0;
  }
  .panel[part='maintenance'] {
    margin-block: 1.25em 1.75em;
  }
  .option-title,
  .small-title {
    font-weight: 650;
    line-height: 1.3;
  }
  .small-title {
    font-size: 0.8125em;
    margin-block: 1.2em 0.3em;
  }
  .option > .match {
    margin-block: 0.3em 0.8em;
  }
  .match-none {
    color: var(--_text);
  }
  .uv {
    border-inline-start: 0.2em solid var(--_harm);
    padding-inline-start: 0.75em;
    margin-block: 0.6em;
  }

  .pictures {
    display: flex;
    gap: 1em;
  }
  .picture {
    flex: 1;
    min-inline-size: 0;
    display: grid;
    grid-template-columns: minmax(0, 9em) minmax(6.6em, 1fr);
    column-gap: 1em;
    align-items: center;
  }
  .picture.small {
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    font-size: 1em;
    color: inherit;
  }
  .headline {
    line-height: 1.3;
    margin: 0;
  }
  .big-number {
    font-size: 2.5em;
    font-weight: 650;
    line-height: 1;
  }
  .headline .number {
    font-size: 1.25em;
    font-weight: 650;
  }
  .picture-label {
    display: block;
    margin-block-start: 0.3em;
  }
  .small .of,
  .small .picture-label,
  .small .sentence {
    font-size: 0.8125em;
  }
  .sentence,
  .picture > .fine {
    grid-column: 1 / -1;
  }
  .sentence {
    margin-block: 0.6em 0.4em;
  }

  table {
    border-collapse: collapse;
    inline-size: 100%;
    table-layout: fixed;
    margin-block: 0.6em;
  }
  caption {
    text-align: start;
    font-weight: 600;
    padding-block: 0.5em 0.25em;
  }
  caption.visually-hidden {
    padding: 0;
  }
  th {
    font-weight: 500;
    text-align: start;
    line-height: 1.25;
  }
  th,
  td {
    padding-block: 0.35em;
  }
  th {
    font-size: 0.8125em;
  }
  .fine td {
    padding-block: 0 0.5em;
  }
  .fine .fine {
    font-size: 1em;
  }
  tbody + tbody {
    border-block-start: 1px solid var(--_rule);
  }
  .chosen {
    background: var(--_soft);
  }
  .chosen th {
    font-weight: 650;
  }
  .label-column {
    inline-size: 5.6em;
  }
  .number-column {
    inline-size: 4.9em;
  }
  .bar-cell {
    padding-inline: 0.7em;
  }
  td.number {
    text-align: end;
  }
  .range {
    color: var(--_muted);
    font-size: 0.8125em;
    /* Below the number where letters are wide. */
    white-space: nowrap;
  }

  .root,
  .tone-75 {
    --_tone: var(--_75);
  }
  .tone-50 {
    --_tone: var(--_50);
  }
  .tone-25 {
    --_tone: var(--_25);
  }
  .tone-any {
    --_tone: var(--_any);
  }
  .tone-harm {
    --_tone: var(--_harm);
  }
  .bar,
  .array {
    display: block;
    overflow: visible;
    direction: ltr;
  }
  .array {
    inline-size: 100%;
  }
  .bar-axis {
    stroke: var(--_muted);
    opacity: 0.6;
  }
  .bar-range,
  .array-range {
    fill: var(--_tone);
    fill-opacity: 0.2;
    stroke: var(--_tone);
  }
  .array-range {
    stroke-dasharray: 2 1.5;
  }
  .array-reached {
    fill: var(--_tone);
  }
  .array-rest {
    fill: var(--_surface);
    stroke: var(--_muted);
  }
  .bar-printed {
    fill: url(#hatch);
    stroke: var(--_muted);
    stroke-dasharray: 2 2;
  }
  .hatch-line {
    stroke: var(--_muted);
  }
  .bar-estimate {
    fill: var(--_tone);
    stroke: var(--_surface);
    stroke-width: 1.5;
  }

  .plain,
  .notes {
    padding-inline-start: 1.1em;
  }
  .plain {
    font-size: 0.8125em;
  }
  .sites {
    margin-block-start: 1.25em;
  }
  .basis,
  .support {
    border-block: 1px solid var(--_rule);
    padding-block: 0.5em;
    margin-block-start: 2em;
  }
  .basis > summary,
  .support > summary {
    font-weight: 600;
  }
  .source {
    margin-block: 0.75em 0;
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
    .range {
      white-space: normal;
    }
    .switch,
    .pictures {
      flex-wrap: wrap;
    }
    .picture {
      grid-template-columns: minmax(0, 1fr);
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
      padding-block: 0;
      padding-inline-end: 1em;
    }
    .inputs .inputs-summary,
    .inputs-head .quiet {
      display: none;
    }
    .inputs:not([data-open]) .questions {
      display: grid;
      gap: 1.1em;
    }
    .answers {
      flex-direction: column;
    }
    /* Room for the longest sentence on who was pooled, so that pictures stay where they are. */
    .option:has(.picture) > .match {
      min-block-size: 4.5em;
    }
  }
  @media (forced-colors: active) {
    .root[data-theme] {
      /* The reader's colours are of the system, whatever the page is. */
      color-scheme: light dark;
    }
    .bar-range,
    .bar-estimate,
    .array-reached {
      fill: CanvasText;
      stroke: CanvasText;
    }
    .array-range,
    .array-rest {
      fill: Canvas;
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
    .root[data-theme] {
      color-scheme: light;
    }
    .layout {
      display: block;
      font-size: 9pt;
      line-height: 1.3;
    }
    .switch {
      border: 0;
    }
    .switch button[aria-pressed='true'] {
      background: none;
      color: inherit;
    }
    .inputs .inputs-summary {
      display: block;
    }
    button:not([aria-pressed='true']),
    .results-head .switch,
    details:not([open]),
    .root .inputs .questions {
      display: none;
    }
    .picture,
    tbody,
    .panel {
      break-inside: avoid;
    }
    /* No grid: where a page ends, its rows stay as high as they were and what follows is printed over their text. */
    .options,
    .option {
      display: block;
    }
    @container (min-width: 36em) {
      .options {
        display: table;
        table-layout: fixed;
        inline-size: 100%;
      }
      .options > :not(:empty) {
        display: table-cell;
        vertical-align: top;
        padding-inline-end: 1.5em;
      }
    }
    .inputs {
      border: 0;
      padding: 0;
    }
    /* A talk, studies or basis that a reader opened follow what there is to take away, on pages of their own. */
    .results:has(> [part][open]) {
      display: flex;
      flex-direction: column;
    }
    .results > [part][open] {
      order: 1;
      break-before: page;
      border: 0;
      > summary {
        list-style: none;
        font-size: 1.25em;
      }
    }
  }
`;
