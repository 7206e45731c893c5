import { html, nothing } from 'lit';

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface SelectControl {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  /** Nothing is chosen where no choice has this value. */
  readonly value: string | null;
  /** One sentence on what the choice means. */
  readonly meaning?: string | undefined;
  readonly onChoice: (value: string) => void;
}

/** A native list of choices with its label, and what the present choice means below it. */
export function selectControl({ id, label, choices, value, meaning, onChoice }: SelectControl) {
  return html`<div class="control">
    <label for=${id}>${label}</label>
    <select
      id=${id}
      aria-describedby=${meaning ? `${id}-meaning` : nothing}
      @change=${({ target }: Event) => onChoice((target as HTMLSelectElement).value)}
    >
      ${value === null ? html`<option value="" selected></option>` : nothing}
      ${choices.map((choice) => html`<option value=${choice.value} .selected=${choice.value === value}>${choice.label}</option>`)}
    </select>
    ${meaning ? html`<p class="help" id="${id}-meaning">${meaning}</p>` : nothing}
  </div>`;
}
