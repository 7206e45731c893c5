import type { VitiligoOutlook } from '../../src/index.js';
import { all } from './show.js';

/** Opens every part, those within parts too, once the explanations have loaded. */
export async function openAll(element: VitiligoOutlook): Promise<void> {
  let closed = all<HTMLDetailsElement>(element, 'details:not([open])');
  while (closed.length) {
    for (const part of closed) part.open = true;
    await explanations(element);
    closed = all<HTMLDetailsElement>(element, 'details:not([open])');
  }
}

/** Waits until no open part says that it is loading. */
export async function explanations(element: VitiligoOutlook): Promise<void> {
  const isLoading = () => all(element, 'details[open] > p').some(({ textContent }) => textContent?.includes('Loading'));
  do {
    await new Promise((resolve) => setTimeout(resolve, 10));
    await element.updateComplete;
  } while (isLoading());
}
