import { html, nothing } from 'lit';
import type { AnalysisContext } from './context.js';
import { opened, type PartId } from './state.js';

/** A part of the panel that opens and closes; its content is made when it is open. */
export function part(
  id: PartId,
  summary: unknown,
  { state, change }: AnalysisContext,
  content: () => unknown,
) {
  const isOpen = state.open.has(id);
  return html`<details
    class="part"
    data-part=${id}
    .open=${isOpen}
    @toggle=${({ target }: Event) => change((now) => opened(now, id, (target as HTMLDetailsElement).open))}
  >
    <summary>${summary}</summary>
    ${isOpen ? content() : nothing}
  </details>`;
}
