import { css } from 'lit';

/** Styles of the panel of analyses; they load with it. Colours and sizes are the element's own. */
export const analysisStyles = css`
  .analysis {
    margin-block-start: 0.75em;
  }
  /* Browsers keep what they painted of a part that stacks by itself, where it has such parts: a click paints what changed. */
  :is(.layout, .inputs, .results, .harms, .analysis, [data-home]) > *,
  .option {
    isolation: isolate;
  }
  .headline-first {
    font-size: 2.5em;
    line-height: 1;
  }
  .headline-first > :first-child {
    font-size: 1em;
  }
  .headline-first > :last-child {
    font-size: 0.4em;
  }
  .topics {
    margin-block-end: 0.4em;
  }
  .controls {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(14em, 100%), 1fr));
    gap: 0.6em 1.25em;
    margin-block: 0.4em 0.8em;
  }
  .control > label,
  .own-label {
    display: flex;
    align-items: end;
    min-block-size: 24px;
    font-size: 0.875em;
    font-weight: 600;
  }
  .analysis :is(select, textarea, input[type='number'], input[type='file']) {
    font: inherit;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_muted);
    border-radius: 0.3em;
    inline-size: 100%;
    box-sizing: border-box;
    min-block-size: max(2em, 28px);
    padding-inline: 0.4em;
  }
  /* A box of its own: another choice lays out nothing else, and WebKit does not count cut-off words as the page's. */
  .analysis select {
    contain: strict;
  }
  .analysis textarea {
    font-family: ui-monospace, monospace;
    font-size: 0.875em;
    min-block-size: 8em;
    padding-block: 0.4em;
    white-space: pre;
    overflow: auto;
  }
  .analysis button {
    font: inherit;
    color: var(--_accent);
    background: none;
    border: 1px solid currentColor;
    border-radius: 0.3em;
    min-block-size: max(2em, 28px);
    padding-inline: 0.7em;
    cursor: pointer;
  }
  .analysis input[type='checkbox'] {
    accent-color: var(--_accent);
    inline-size: 1.1em;
    block-size: 1.1em;
    margin: 0;
    flex: none;
  }
  .control .help {
    margin-block: 0.2em 0;
  }
  .refused {
    display: none;
    margin: 0;
    font-size: 0.875em;
    font-weight: 600;
  }
  [aria-invalid] ~ .refused {
    display: block;
  }
  .analysis .answers {
    flex-direction: row;
  }
  .exports {
    display: grid;
    grid-template-columns: minmax(0, max-content) auto auto;
    justify-content: start;
    gap: 0.4em 0.6em;
    align-items: center;
    list-style: none;
    padding: 0;
  }
  .exports li {
    display: contents;
  }
  @container (max-width: 15em) {
    .exports {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .own > div {
    margin-block-end: 0.75em;
  }
  .own textarea {
    margin-block: 0.2em 0.4em;
    /* Else all lines of a long text are gone through whenever something above it moves. */
    contain: content;
  }
  .own input[type='file'] {
    padding: 0.25em;
  }
  .messages {
    font-size: 0.875em;
    max-block-size: 16em;
    overflow: auto;
  }
  .coverage {
    margin-block-start: 0.6em;
    border-inline-start: 0.25em solid var(--_rule);
    padding-inline-start: 0.75em;
  }
  .selection,
  .covered {
    font-size: 0.875em;
  }
  .kept {
    border-inline-start: 0.25em solid var(--_rule);
    padding-inline-start: 0.75em;
    margin-block-end: 0.75em;
  }
  .part {
    border-block-start: 1px solid var(--_rule);
    padding-block: 0.5em;
  }
  .part > summary {
    color: var(--_accent);
  }
  @media print {
    .controls,
    .topics,
    .analysis button,
    .part:not([open]),
    .part[data-part='own'],
    .part[data-part='export'],
    .part[data-part='method'] {
      display: none;
    }
  }
`;
