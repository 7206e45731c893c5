import { html } from 'lit';

/** A heading at any level: hosts choose the level, which a fixed tag name could not follow. */
export function heading(level: number, text: string, className: string) {
  const within = Math.min(6, Math.max(1, Math.trunc(level) || 2));
  return html`<div class=${className} role="heading" aria-level=${within}>${text}</div>`;
}
