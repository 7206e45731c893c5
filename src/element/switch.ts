import { html } from 'lit';

/** A choice of one from a few, as buttons of which one is pressed. */
export function switchOf<Value>(
  label: string,
  values: readonly Value[],
  chosen: Value,
  text: (value: Value) => string,
  onChoose: (value: Value) => void,
) {
  return html`<div class="switch" role="group" aria-label=${label}>
    ${values.map(
      (value) => html`<button type="button" aria-pressed=${value === chosen} @click=${() => onChoose(value)}>
        ${text(value)}
      </button>`,
    )}
  </div>`;
}
