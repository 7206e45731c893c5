/** The nearest `lang` of an element, itself included, also across shadow boundaries; empty where none is set. */
export function nearestLang(element: Element): string {
  const own = element.closest('[lang]');
  if (own) return own.getAttribute('lang') ?? '';
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearestLang(root.host) : '';
}
