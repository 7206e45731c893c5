import { css } from 'lit';

/** Skin tones are names of drawings, not of people: six pairs of the skin and of a patch in it. */
export const supportStyles = css`
  .tone-1 {
    --_skin: #f0d3bd;
    --_bare: #fffaf6;
  }
  .tone-2 {
    --_skin: #dfb28e;
    --_bare: #fff3ea;
  }
  .tone-3 {
    --_skin: #c68e65;
    --_bare: #fdeadd;
  }
  .tone-4 {
    --_skin: #a06a43;
    --_bare: #fae3d4;
  }
  .tone-5 {
    --_skin: #74482c;
    --_bare: #f7dccb;
  }
  .tone-6 {
    --_skin: #452a1c;
    --_bare: #f3d3c0;
  }
  .step {
    border-block-start: 1px solid var(--_rule);
    padding-block: 0.75em 0.5em;
    margin-block-start: 0.75em;
  }
  .step-title {
    font-weight: 600;
    margin-block-end: 0.5em;
  }
  .skins {
    list-style: none;
    padding: 0;
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(5.5em, 1fr));
    gap: 0.75em;
    max-inline-size: 40em;
  }
  .skins span {
    display: block;
    font-size: 0.875em;
    text-align: center;
  }
  .skin {
    display: block;
    inline-size: 100%;
  }
  .skin-tone {
    fill: var(--_skin);
  }
  .skin-patch {
    fill: var(--_bare);
  }
  .skin-edge,
  .skin-began,
  .skin-hair {
    fill: none;
    stroke: #4a3324;
    stroke-width: 0.6;
    stroke-linecap: round;
  }
  .skin-began {
    stroke-dasharray: 2 2;
  }
  .skin-hair {
    stroke-width: 0.45;
  }
  .tone-5 .skin-began,
  .tone-6 .skin-began {
    stroke: var(--_bare);
  }
  .tones {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em;
    margin-block-end: 0.75em;
  }
  .swatch {
    position: relative;
    inline-size: max(1.6em, 24px);
    block-size: max(1.6em, 24px);
    border-radius: 50%;
    background: var(--_skin);
    border: 1px solid var(--_muted);
    cursor: pointer;
    forced-color-adjust: none;
  }
  .swatch input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .swatch:has(:checked) {
    outline: 3px solid var(--_text);
    outline-offset: 2px;
  }
  .swatch:has(:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 4px;
  }
  .step legend {
    font-weight: 400;
    margin-block-end: 0.35em;
  }
  .ticks,
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(20em, 100%), 1fr));
    gap: 0.75em 2em;
  }
  .ticks {
    row-gap: 0;
  }
  .choices dt {
    font-weight: 600;
  }
  .choices dd {
    margin: 0 0 0.35em;
  }
  .plain-table th,
  .plain-table td {
    padding-block: 0.3em;
    padding-inline-end: 0.75em;
    vertical-align: top;
    line-height: 1.4;
    text-align: start;
  }
  .plain-table th {
    font-size: 1em;
  }
  .plain-table tbody tr:first-child {
    border-block-start: 1px solid var(--_rule);
  }
  .tick {
    align-items: baseline;
  }
  .tick input {
    transform: translateY(0.15em);
  }
  .own span {
    display: block;
    margin-block: 0.5em 0.2em;
  }
  textarea {
    font: inherit;
    color: inherit;
    background: var(--_surface);
    border: 1px solid var(--_muted);
    border-radius: 0.3em;
    padding: 0.4em 0.6em;
    inline-size: min(100%, 40em);
    box-sizing: border-box;
  }
  .bar-of-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block: 0.75em;
  }
  .button {
    border: 1px solid var(--_muted);
    border-radius: 0.4em;
    min-block-size: max(2.2em, 30px);
  }
  .on-paper {
    display: none;
  }
  @media (forced-colors: active) {
    .skin-tone {
      fill: CanvasText;
    }
    .skin-patch {
      fill: Canvas;
    }
    .skin-edge,
    .skin-began,
    .skin-hair {
      stroke: GrayText;
    }
  }
  @media print {
    .screen,
    .tones,
    .step-value,
    .step-ask,
    .step-take:not(.with-own) {
      display: none;
    }
    .on-paper {
      display: block;
    }
    .support {
      columns: 2;
      column-gap: 2em;
      font-size: 0.875em;
    }
    .support > summary {
      column-span: all;
    }
    .step-title,
    .small-title {
      break-after: avoid;
    }
    .step li,
    .own-list,
    .choices div,
    .plain-table:not(.sure) {
      break-inside: avoid;
    }
    .sure div {
      display: inline;
    }
    .sure div + div::before {
      content: ' · ';
    }
  }
`;
