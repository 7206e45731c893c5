// The last script of a page: gives every input every answer, opens every part, presses every button, and then says
// what was seen. It knows the element by its public names and by what a reader can click.
const INPUTS = {
  ageGroup: ['any', 'child', 'adult'],
  site: ['any', 'face-neck', 'trunk-extremities', 'hands-feet'],
  phototherapy: ['not-stated', 'available', 'unavailable'],
  maintenance: ['treating', 'repigmented'],
};

// Firefox without a screen waits for an answer to its print dialog for ever, and the element prints from a frame.
if (navigator.userAgent.includes('Firefox')) {
  const { get } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow');
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
    get() {
      const view = get.call(this);
      if (view) view.print = () => view.dispatchEvent(new Event('afterprint'));
      return view;
    },
  });
}

addEventListener('load', () =>
  walk().then(
    (walked) => (window.walked = { ...window.seen, ...walked }),
    (error) => (window.walked = { ...window.seen, stopped: String(error) }),
  ),
);

async function walk() {
  await customElements.whenDefined('vitiligo-outlook');
  const element = document.querySelector('vitiligo-outlook');
  const outlooks = new Set();
  element.addEventListener('outlook-change', ({ outlook }) => outlooks.add(JSON.stringify(outlook)));
  const states = [];
  let parts = 0;
  for (const view of ['patient', 'clinician']) {
    element.view = view;
    for (const estimates of ['published', 'pooled']) {
      element.estimates = estimates;
      for (const inputs of combinations()) {
        Object.assign(element, inputs);
        await element.updateComplete;
        const shown = element.shadowRoot.textContent;
        states.push(element.outlook.inputs.site === inputs.site && shown.includes('100'));
      }
      parts += await openAll(element.shadowRoot);
    }
  }
  for (const control of [...element.shadowRoot.querySelectorAll('input[type=radio], button')]) {
    control.click();
    await settled(element);
    parts += await openAll(element.shadowRoot);
  }
  element.studies = { studies: [{ study: 'made up', treatment: 'tci', threshold: '75', events: 3, total: 20 }] };
  element.method = { estimator: 'DL' };
  await element.updateComplete;
  await settled(element);
  // Back to the largest pool, with its pictures.
  Object.assign(element, { ageGroup: 'any', site: 'any', phototherapy: 'available', maintenance: 'treating' });
  await settled(element);
  element.shadowRoot.querySelector('input[value=responses]').click();
  await settled(element);
  const texts = await Promise.all([element.toText(), element.toCsv()]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  return {
    states: states.length,
    understood: states.filter(Boolean).length,
    outlooks: outlooks.size,
    parts,
    lines: texts.map((text) => text.split('\n').length),
    // Of each picture in the foot of a table, how many paths have something in them.
    marks: [...element.shadowRoot.querySelectorAll('tfoot [role=img]')].map(
      (picture) => picture.querySelectorAll('path:not([d=""])').length,
    ),
    loaded: performance.getEntriesByType('resource').map(({ name }) => name),
    stored: [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter(Boolean),
  };
}

function* combinations() {
  for (const ageGroup of INPUTS.ageGroup)
    for (const site of INPUTS.site)
      for (const phototherapy of INPUTS.phototherapy)
        for (const maintenance of INPUTS.maintenance) yield { ageGroup, site, phototherapy, maintenance };
}

async function openAll(root) {
  let opened = 0;
  for (let closed; (closed = root.querySelector('details:not([open])')); opened += 1) {
    closed.querySelector('summary').click();
    await settled(root.host);
  }
  return opened;
}

async function settled(element) {
  await element.updateComplete;
  await new Promise((resolve) => setTimeout(resolve, 20));
}
