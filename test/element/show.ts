import { fixtureSync, html } from '@open-wc/testing';
import '../../src/define.js';
import type { HostProperty } from '../../src/element/host-values.js';
import type { VitiligoOutlook } from '../../src/index.js';

/** Right values or wrong ones. */
export type Properties = Partial<Record<HostProperty | 'fixedView' | 'shareLink', unknown>>;

/**
 * A place in the page for one test, cleared away after it. Without waiting for a frame, which a page in the background
 * does not get.
 */
export const emptyPage = () => fixtureSync<HTMLElement>(html`<div></div>`);

/** An element in a page of its own, made with these properties, once it has rendered. */
export async function show(properties: Properties = {}): Promise<VitiligoOutlook> {
  const page = emptyPage();
  const element = Object.assign(document.createElement('vitiligo-outlook'), properties);
  page.append(element);
  await element.updateComplete;
  return element;
}

/** An element written as HTML, as a page would, once it has rendered. */
export async function showHtml(markup: string): Promise<VitiligoOutlook> {
  const page = emptyPage();
  page.innerHTML = markup;
  const element = page.querySelector<VitiligoOutlook>('vitiligo-outlook')!;
  await element.updateComplete;
  return element;
}

export function all<E extends Element = HTMLElement>(element: Element, selector: string): E[] {
  return [...element.shadowRoot!.querySelectorAll<E>(selector)];
}

export function one<E extends Element = HTMLElement>(element: Element, selector: string): E {
  const [found, ...others] = all<E>(element, selector);
  if (!found || others.length) throw new Error(`${found ? 'several' : 'no'} ${selector}`);
  return found;
}

/** The words of a part of the page as one line. */
export const words = (node: Node) => (node.textContent ?? '').replace(/\s+/g, ' ').trim();

export const notices = (element: Element) => all(element, '.notice').map(words);
