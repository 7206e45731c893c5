import { html, nothing } from 'lit';
import type { PanelContext } from './panel-context.js';
import type { PartName, Parts } from './parts.js';

type Context = Pick<PanelContext, 'language' | 'parts'>;

/** A fold whose content loads when it is opened. */
export function onDemand<Name extends PartName>(
  summary: unknown,
  name: Name,
  context: Context,
  content: (part: Parts[Name]) => unknown,
  className = 'fold',
  part: string | typeof nothing = nothing,
) {
  const handleToggle = ({ target }: Event) => {
    if ((target as HTMLDetailsElement).open) context.parts.load(name);
  };
  return html`<details class=${className} part=${part} @toggle=${handleToggle}>
    <summary>${summary}</summary>
    ${loaded(name, context, content)}
  </details>`;
}

/** What loads because it stands on screen. */
export function inPlace<Name extends PartName>(name: Name, context: Context, content: (part: Parts[Name]) => unknown) {
  if (context.parts.get(name) === null) context.parts.load(name);
  return loaded(name, context, content);
}

/** A part's content; until it is there, that it loads or that it could not. */
export function loaded<Name extends PartName>(
  name: Name,
  { language: { t }, parts }: Context,
  content: (part: Parts[Name]) => unknown,
) {
  const part = parts.get(name);
  if (part === null) return html`<p>${t('loading')}</p>`;
  if (part !== 'failed') return content(part);
  return html`<p class="notice">
    ${t('load-error')} <button type="button" class="retry" @click=${() => parts.load(name)}>${t('retry')}</button>
  </p>`;
}
