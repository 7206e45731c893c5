// The page inside an iframe. It takes its inputs from the fragment of its address, such as
// `embed.html#site=face-neck&view=clinician`, and from messages of the page around it, and tells that page its height.
// Only pages listed in `data-parents` of the body, or of its own origin, are listened to and told anything.

const INPUTS = ['age-group', 'site', 'phototherapy', 'maintenance', 'estimates', 'view', 'fixed-view', 'theme', 'lang'];
const TYPE = 'vitiligo-outlook';
const element = /** @type {HTMLElement} */ (document.querySelector('vitiligo-outlook'));
const parents = [location.origin, ...(document.body.dataset.parents ?? '').split(/\s+/).filter(Boolean)];

window.addEventListener('hashchange', takeFragment);
takeFragment();

window.addEventListener('message', (/** @type {MessageEvent<{type?: unknown, inputs?: unknown} | null>} */ event) => {
  const { source, origin, data } = event;
  if (source !== window.parent || !parents.includes(origin) || data?.type !== TYPE) return;
  if (typeof data.inputs === 'object' && data.inputs !== null) take(Object.entries(data.inputs));
});

new ResizeObserver(() => {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  // A message goes to the one origin that it names: a page that is not listed hears nothing.
  for (const parent of parents) window.parent.postMessage({ type: TYPE, height }, parent);
}).observe(document.documentElement);

function takeFragment() {
  take(new URLSearchParams(location.hash.slice(1)));
}

/** @param {Iterable<[string, unknown]>} entries */
function take(entries) {
  for (const [name, value] of entries) {
    if (INPUTS.includes(name) && typeof value === 'string') element.setAttribute(name, value);
  }
}
