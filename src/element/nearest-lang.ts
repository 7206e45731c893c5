/**
 * The nearest `lang` of an element, itself included, also across shadow boundaries; empty where none is set. A server's
 * stand-in for an element knows its own attributes alone.
 */
export function nearestLang(element: Element): string {
  const own = element.closest?.('[lang]') ?? element;
  if (own.hasAttribute('lang')) return own.getAttribute('lang') ?? '';
  const root = element.getRootNode?.();
  return typeof ShadowRoot === 'function' && root instanceof ShadowRoot ? nearestLang(root.host) : '';
}
