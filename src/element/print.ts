import { styles } from './vitiligo-outlook.styles.js';

/** Sizes and colours that belong on paper: black on white, and no page margins but the printer's. */
const PAPER = 'body { margin: 0; background: #fff; font-size: 10pt; } .root { padding: 0; }';

/**
 * Prints an element's content alone, from a clean document, whatever the host page prints otherwise. The document is a
 * frame without an address, so that a strict policy allows it; it is gone once printing ends. `only` selects the one
 * part to print.
 */
export function printAlone(element: HTMLElement, only?: string): void {
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  for (const [name, value] of HIDDEN) frame.style.setProperty(name, value);
  document.body.append(frame);
  const { contentWindow: view, contentDocument: page } = frame;
  if (!view || !page || !element.shadowRoot) return frame.remove();
  page.title = document.title;
  page.documentElement.lang = element.shadowRoot.querySelector('[lang]')?.getAttribute('lang') ?? '';
  page.body.style.setProperty('font-family', getComputedStyle(element).fontFamily);
  page.body.append(...contentOf(element, page, only));
  page.adoptedStyleSheets = [sheetFor(view as Window & typeof globalThis, styleTextOf(element.shadowRoot))];
  view.addEventListener('afterprint', () => frame.remove());
  view.print();
}

/** Out of sight and of the layout; a frame that is not displayed prints nothing. */
const HIDDEN = [
  ['position', 'fixed'],
  ['inset', '0 auto auto 0'],
  ['inline-size', '0'],
  ['block-size', '0'],
  ['border', '0'],
] as const;

/** The styles of the first screen, and of the parts that loaded since. */
function styleTextOf({ adoptedStyleSheets }: ShadowRoot): string {
  const rules = adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText));
  return [styles.cssText, ...rules].join(' ');
}

/** The element's styles for a document of its own. A sheet can serve only the document that it was made in. */
function sheetFor({ CSSStyleSheet }: Window & typeof globalThis, styleText: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${styleText.replaceAll(/:host(?:\(([^)]*)\))?/g, 'body$1')} ${PAPER}`);
  return sheet;
}

/** A copy of what is on screen, in light colours, with what the page put into the slots in their place. */
function contentOf(element: HTMLElement, page: Document, only?: string): Node[] {
  const content = [...element.shadowRoot!.children].map((child) => page.importNode(child, true));
  for (const child of content) {
    child.setAttribute('data-theme', 'light');
    for (const slot of child.querySelectorAll('slot')) {
      const name = slot.getAttribute('name');
      const given = [...element.children].filter((one) => one.getAttribute('slot') === name);
      slot.replaceWith(...given.map((one) => page.importNode(one, true)));
    }
    if (only && child.matches('.root')) child.replaceChildren(...child.querySelectorAll(only));
  }
  return content;
}
