import type { Problem } from './check-row.js';
import { byId, h } from './dom.js';

/** Every problem in a list, each with a link to its field. */
export function tellProblems(form: HTMLFormElement, problems: readonly Problem[]): void {
  for (const marked of form.querySelectorAll('[aria-invalid]')) marked.removeAttribute('aria-invalid');
  const place = byId('problems');
  if (problems.length === 0) return place.replaceChildren();
  const items = problems.map(({ field, text }) => {
    const target = form.elements.namedItem(field);
    if (!(target instanceof HTMLElement)) return h('li', {}, text);
    target.setAttribute('aria-invalid', 'true');
    target.id ||= `field-${field}`;
    const link = h('a', { href: `#${target.id}` }, `${labelOf(target) ?? field}: ${text}`);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      target.focus();
    });
    return h('li', {}, link);
  });
  const heading = problems.length === 1 ? 'This row cannot be added yet' : `This row cannot be added yet: ${problems.length} problems`;
  place.replaceChildren(h('p', {}, heading), h('ul', {}, ...items));
  place.focus();
}

/** A label that depends on what was counted has a wording for each. */
function labelOf(target: HTMLElement): string | undefined {
  const label = target.closest('label');
  return (label?.querySelector('[data-list]:not([hidden])') ?? label?.firstChild)?.textContent?.trim();
}
