import type { VitiligoOutlook } from '../../../src/index.js';
import { all, one, show, words, type Properties } from '../show.js';

/** An element for clinicians with the studies behind its numbers open. */
export async function openAnalysis(properties: Properties | Partial<VitiligoOutlook> = {}): Promise<VitiligoOutlook> {
  const element = await show({ view: 'clinician', ...properties });
  one<HTMLDetailsElement>(element, '[part=analysis]').open = true;
  await until(() => all(element, '#analysis-treatment').length > 0);
  return element;
}

export async function until(isSo: () => boolean, ms = 5000): Promise<void> {
  const end = performance.now() + ms;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`never: ${String(isSo)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Opens a part of the panel, once its content is there. */
export async function openPart(element: VitiligoOutlook, id: string): Promise<HTMLDetailsElement> {
  const part = one<HTMLDetailsElement>(element, `[data-part=${id}]`);
  part.open = true;
  await until(() => part.childElementCount > 1);
  return part;
}

export function choose(element: VitiligoOutlook, id: string, value: string): void {
  const control = one<HTMLSelectElement | HTMLInputElement>(element, `#${id}`);
  control.value = value;
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

/** The number of the answer, as on screen. */
export const answer = (element: VitiligoOutlook) => words(one(element, '.analysis .headline'));
/** What the panel says to a screen reader. */
export const said = (element: VitiligoOutlook) => words(one(element, '.analysis > .visually-hidden[role=status]'));

/** The switches of studies by the name of the study. */
export function switches(element: VitiligoOutlook): Map<string, HTMLInputElement> {
  const boxes = all<HTMLInputElement>(element, '.analysis input[type=checkbox]');
  return new Map(boxes.map((box) => [box.getAttribute('aria-label')!.replace('Pool ', ''), box]));
}

export function buttonNamed(element: VitiligoOutlook, name: string): HTMLButtonElement {
  const found = all<HTMLButtonElement>(element, '.analysis button').find(
    (button) => (button.getAttribute('aria-label') ?? words(button)) === name,
  );
  if (!found) throw new Error(`no button "${name}"`);
  return found;
}
