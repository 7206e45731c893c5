import { html } from 'lit';

/** A heading at any level, at most 6: hosts choose the level, which a fixed tag name could not follow. */
export function heading(level: number, text: string, className: string) {
  return html`<div class=${className} role="heading" aria-level=${Math.min(6, level)}>${text}</div>`;
}
