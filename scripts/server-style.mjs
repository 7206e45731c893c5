import { createHash } from 'node:crypto';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';

/**
 * The hash by which a page's policy (`style-src`) allows the style element that a server writes into the element's
 * shadow root. Needs the built package.
 */
export async function hashOfServerStyle() {
  await import('vitiligo-outlook/define');
  const rendered = await collectResult(render(html`<vitiligo-outlook></vitiligo-outlook>`));
  const [, style = ''] = /<style>([^]*?)<\/style>/.exec(rendered) ?? [];
  return `sha256-${createHash('sha256').update(style).digest('base64')}`;
}
