import { html, nothing } from 'lit';
import type { SupportWords } from '../../i18n/support.js';
import { heading } from '../heading.js';
import { LISTS, type ListName, type OwnList } from './own-list.js';

/** A text that was to be copied, and whether the browser let it. */
export interface Copied {
  readonly text: string;
  readonly done: boolean;
}

export interface TakeActions {
  copyNote(): void;
  /** `null` where the page does not allow a link. */
  copyLink: (() => void) | null;
  printAll(): void;
  printList(): void;
  changed(): void;
}

/** The person's list as it will be printed, and the ways to take it and the results along. */
export function takeStep(
  own: OwnList,
  copied: Copied | null,
  words: SupportWords,
  level: number,
  actions: TakeActions,
) {
  const { t, language } = words;
  const button = (text: string, action: () => void) =>
    html`<button type="button" class="button" @click=${action}>${text}</button>`;
  const lists = (Object.keys(LISTS) as ListName[]).map((list) => ({ list, lines: own.lines(list, words) }));
  const isEmpty = lists.every(({ lines }) => !lines.length);
  return html`
    <div class="own-list" ?hidden=${isEmpty}>
      ${lists.map(({ list, lines }) =>
        lines.length
          ? html`${heading(level, t(`${list}.heading`), 'small-title')}
              <ul>
                ${lines.map((line) => html`<li>${line}</li>`)}
              </ul>`
          : nothing,
      )}
      <p class="small on-paper">${language.t('title')}. ${language.t('intended-use')}</p>
    </div>
    <label class="tick screen">
      <input
        type="checkbox"
        name="include"
        .checked=${own.include}
        @change=${(event: Event) => {
          own.include = (event.target as HTMLInputElement).checked;
          actions.changed();
        }}
      />
      <span>${t('take.include')}</span>
    </label>
    <div class="bar-of-buttons screen">
      ${button(t('take.copy'), actions.copyNote)} ${button(t('take.print'), actions.printAll)}
      ${isEmpty ? nothing : button(t('take.list'), actions.printList)}
      ${actions.copyLink ? button(t('take.link'), actions.copyLink) : nothing}
    </div>
    ${actions.copyLink ? html`<p class="small screen">${t('take.link.note')}</p>` : nothing}
    <div class="screen" role="status">
      ${copied ? (copied.done ? t('take.copied') : t('take.refused')) : nothing}
    </div>
    ${copied && !copied.done
      ? html`<textarea class="screen" readonly rows="8" aria-label=${t('take.refused')} .value=${copied.text}></textarea>`
      : nothing}
  `;
}
