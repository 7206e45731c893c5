import { html, nothing } from 'lit';
import { arrayIcon, ofHundredArray, type ArrayFigures } from '../charts/of-100-array.js';
import type { PanelContext } from './panel-context.js';

export interface PictureWords {
  /** Unique in the element. */
  readonly id: string;
  readonly label: string;
  /** What the picture shows, both sides of it. */
  readonly sentence: string;
  readonly facts?: unknown;
  readonly size?: 'small';
}

/** A rate as a picture of 100, its number beside it and its sentence below: the same form for benefits and harms. */
export function picture(figures: ArrayFigures, words: PictureWords, context: PanelContext) {
  const { id, label, sentence, facts, size } = words;
  const { t, number } = context.language;
  return html`<div class="picture ${size ?? ''}">
    ${ofHundredArray(figures, context.icons, id)}
    <p class="headline">
      <span class=${size ? 'number' : 'big-number'}>${number(figures.of100)}</span> <span class="of">${t('of-100')}</span>
      <span class="picture-label">${label}</span>
    </p>
    <p class="sentence" id=${id}>${sentence}</p>
    ${facts}
  </div>`;
}

/** What the parts of a picture mean; `nothing` for what no picture at hand shows. */
export function legend(texts: { reached: string; rest: string; range: string | null }, { icons }: PanelContext) {
  return html`<p class="legend">
    ${(['reached', 'rest', 'range'] as const).map((part) =>
      texts[part] === null ? nothing : html`<span>${arrayIcon(part, icons)} ${texts[part]}</span> `,
    )}
  </p>`;
}
