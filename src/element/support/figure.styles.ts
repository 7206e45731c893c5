import { css } from 'lit';

/** The figure in the first column; each answer beside the part that it names, "anywhere" above and apart. */
export const figureStyles = css`
  .body {
    display: grid;
    grid-template-columns: 6em minmax(0, 1fr);
    grid-template-rows: auto 2.6em 1fr auto;
    gap: 0 0.75em;
    align-items: center;
    font-size: 0.9375em;
  }
  .body label {
    grid-column: 2;
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: max(1.75em, 26px);
    cursor: pointer;
  }
  .body .at-any {
    grid-column: 1 / -1;
  }
  .body .at-face-neck {
    grid-row: 2;
  }
  .body .at-trunk-extremities {
    grid-row: 3;
  }
  .body .at-hands-feet {
    grid-row: 4;
  }
  .figure {
    grid-column: 1;
    grid-row: 2 / 5;
    inline-size: 6em;
  }
  .region {
    fill: var(--_soft);
    stroke: var(--_muted);
    stroke-width: 1.5;
    cursor: pointer;
  }
  .region.chosen {
    fill: var(--_accent);
    stroke: var(--_accent);
  }
  .reach {
    fill: none;
    /* WebKit does not feel a pointer on a line that is none. */
    stroke: transparent;
    stroke-width: 20;
    pointer-events: all;
  }
  @media (forced-colors: active) {
    .region {
      fill: Canvas;
      stroke: CanvasText;
    }
    .region.chosen {
      fill: Highlight;
      stroke: Highlight;
    }
  }
  @media print {
    .body {
      display: none;
    }
  }
`;
