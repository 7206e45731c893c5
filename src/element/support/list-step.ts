import { html } from 'lit';
import type { SupportKey } from '../../i18n/en.support.js';
import type { SupportWords } from '../../i18n/support.js';
import { LISTS, type ListName, type OwnList } from './own-list.js';

/** One of the two lists: items to tick, and room for words of one's own. */
export function listStep(list: ListName, own: OwnList, { t }: SupportWords, onChange: () => void) {
  return html`<fieldset>
    <legend class="lead">${t(`${list}.lead`)}</legend>
    <div class="ticks">
      ${LISTS[list].map(
        (item) => html`<label class="tick">
          <input
            type="checkbox"
            name="${list}.${item}"
            .checked=${own.isTicked(list, item)}
            @change=${(event: Event) => {
              own.tick(list, item, (event.target as HTMLInputElement).checked);
              onChange();
            }}
          />
          <span>${t(`${list}.${item}` as SupportKey)}</span>
        </label>`,
      )}
    </div>
    <label class="own">
      <span>${t(`${list}.own`)}</span>
      <textarea
        rows="2"
        name="${list}.own"
        .value=${own.text(list)}
        @input=${(event: Event) => {
          own.write(list, (event.target as HTMLTextAreaElement).value);
          onChange();
        }}
      ></textarea>
    </label>
  </fieldset>`;
}
