/** Where the focus goes if what had it is gone: to the switch of the part that it was in. */
const HOME = '[data-home], details';
const TARGET = 'summary, input, button';

/** Draws without losing the focus: a control that a drawing takes away or hides hands it on within its part. */
export function keepingFocus(node: HTMLElement, draw: () => void): void {
  const root = node.getRootNode() as Document | ShadowRoot;
  const focused = root.activeElement;
  const home = focused && node.contains(focused) ? focused.closest(HOME) : null;
  draw();
  if (home && !isShown(focused!)) home.querySelector<HTMLElement>(TARGET)?.focus();
}

/** Hidden elements have no boxes. */
const isShown = (element: Element) => element.isConnected && element.getClientRects().length > 0;
