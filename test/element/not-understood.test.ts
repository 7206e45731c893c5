import { expect } from '@open-wc/testing';
import { ALLOWED, attributeName, type HostProperty } from '../../src/element/host-values.js';
import { INPUT_NAMES, type InputName } from '../../src/evidence/inputs.js';
import { InputErrorEvent, type VitiligoOutlook } from '../../src/index.js';
import { all, emptyPage, notices, one, show, showHtml, words } from './show.js';

/** The input errors of everything within a node, in order. */
function inputErrors(node: Node): InputErrorEvent[] {
  const events: InputErrorEvent[] = [];
  node.addEventListener('input-error', (event) => events.push(event as InputErrorEvent));
  return events;
}

const fields = ({ attribute, value, allowed }: InputErrorEvent) => ({ attribute, value, allowed });

/** An element with one attribute, and the errors that it reported. */
async function showReported(attribute: string, value: string) {
  const page = emptyPage();
  const errors = inputErrors(page);
  const element = document.createElement('vitiligo-outlook');
  element.setAttribute(attribute, value);
  page.append(element);
  await element.updateComplete;
  return { element, errors };
}

const setAndWait = async (element: VitiligoOutlook, property: InputName, value: string) => {
  element[property] = value;
  await element.updateComplete;
};

describe('a value that is not understood', () => {
  const wrong: [HostProperty, string][] = [
    ['site', 'hand'],
    ['site', ' face-neck'],
    ['site', 'Face-Neck'],
    ['site', 'face-neck '],
    ['site', 'face'],
    ['site', 'any,face-neck'],
    ['site', 'null'],
    ['site', '__proto__'],
    ['ageGroup', 'infant'],
    ['ageGroup', 'Child'],
    ['ageGroup', '7'],
    ['phototherapy', 'yes'],
    ['phototherapy', 'true'],
    ['maintenance', 'done'],
    ['estimates', 'guessed'],
    ['view', 'doctor'],
    ['view', 'Patient'],
    ['theme', 'black'],
  ];
  for (const [property, value] of wrong) {
    const attribute = attributeName(property);

    it(`${attribute}="${value}": one notice in view names it and what is allowed; one event says the same`, async () => {
      const { element, errors } = await showReported(attribute, value);
      const [notice, ...others] = all(element, '.notice');
      expect(others).to.deep.equal([]);
      expect(notice!.checkVisibility()).to.equal(true);
      expect(notice!.textContent).to.contain(`${attribute}="${value}"`).and.to.contain(ALLOWED[property].join(', '));
      expect(errors.map(fields)).to.deep.equal([{ attribute, value, allowed: ALLOWED[property] }]);
    });
  }

  for (const name of INPUT_NAMES) {
    it(`${name}: null in the outlook and no answer chosen, without the other answers being touched`, async () => {
      const { element } = await showReported(attributeName(name), 'x');
      expect(element.outlook!.inputs[name]).to.equal(null);
      expect(all(element, `input[name=${name}]:checked`)).to.deep.equal([]);
      expect(all(element, 'input:checked')).to.have.lengthOf(INPUT_NAMES.length - 1);
    });
  }

  it('leaves what depends on it without an estimate, and says so at each option', async () => {
    for (const name of ['ageGroup', 'site'] as const) {
      const element = await show({ [name]: 'x' });
      const { options } = element.outlook!;
      expect(options.map(({ match }) => match)).to.deep.equal(['none', 'none', 'none', 'none']);
      expect(options.slice(0, 3).map(({ reason }) => reason)).to.deep.equal(Array(3).fill('input-not-understood'));
      const shown = options.map(({ responses, alsoRelevant, context }) => [responses, alsoRelevant, context]);
      expect(shown.flat(2)).to.deep.equal([]);
      expect(all(element, '[part=option] td.number, [part=option] .big-number')).to.deep.equal([]);
      const said = all(element, '[part=option] .match-none').map(words);
      expect(said.filter((text) => text.includes('not understood'))).to.have.lengthOf(3);
    }
  });

  it('leaves what does not depend on it: side effects always, rates without light, ratios of microneedling', async () => {
    const site = await show({ site: 'x' });
    expect(all(site, '[part=harms] td.number')).to.have.lengthOf(3);
    expect(site.outlook!.options.at(-1)!.relative).to.have.lengthOf(3);

    const light = await show({ site: 'face-neck', phototherapy: 'x' });
    const [tci, ...others] = light.outlook!.options;
    expect(tci).to.deep.equal((await show({ site: 'face-neck' })).outlook!.options[0]);
    expect(others.map(({ reason }) => reason)).to.deep.equal(['input-not-understood', 'input-not-understood', 'ratio-only']);

    const stage = await show({ maintenance: 'x' });
    expect(stage.outlook!.options).to.deep.equal((await show()).outlook!.options);
    expect(stage.outlook!.maintenance).to.equal(null);
  });

  it('view, estimates and theme: the default is shown', async () => {
    const element = await showHtml('<vitiligo-outlook view="doctor" estimates="guessed" theme="black"></vitiligo-outlook>');
    const plain = await show();
    expect(element.outlook).to.deep.equal(plain.outlook);
    expect(notices(element)).to.have.lengthOf(3);
    expect(one(element, '.root').dataset['theme']).to.equal('auto');
    expect(all(element, '.big-number')).to.have.lengthOf(all(plain, '.big-number').length);
  });

  it('goes with its notice once it is put right', async () => {
    const { element } = await showReported('site', 'hand');
    await setAndWait(element, 'site', 'hands-feet');
    expect(notices(element)).to.deep.equal([]);
    expect(element.outlook!.inputs.site).to.equal('hands-feet');
  });

  it('can be answered by the reader', async () => {
    const { element } = await showReported('site', 'hand');
    one(element, 'input[value=face-neck]').click();
    await element.updateComplete;
    expect(notices(element)).to.deep.equal([]);
    expect(element.getAttribute('site')).to.equal('face-neck');
  });
});

describe('input-error', () => {
  it('is reported once for a value, whatever else changes', async () => {
    const { element, errors } = await showReported('site', 'hand');
    await setAndWait(element, 'ageGroup', 'child');
    element.requestUpdate();
    element.setAttribute('site', 'hand');
    await element.updateComplete;
    expect(errors).to.have.lengthOf(1);
  });

  it('is reported for each further value, and again for one that comes back', async () => {
    const { element, errors } = await showReported('site', 'hand');
    for (const value of ['foot', 'any', 'foot']) await setAndWait(element, 'site', value);
    expect(errors.map(({ value }) => value)).to.deep.equal(['hand', 'foot', 'foot']);
  });

  it('is reported for each attribute', async () => {
    const page = emptyPage();
    const errors = inputErrors(page);
    page.innerHTML = '<vitiligo-outlook site="hand" age-group="baby" view="doctor"></vitiligo-outlook>';
    await page.querySelector('vitiligo-outlook')!.updateComplete;
    expect(errors.map(({ attribute }) => attribute)).to.deep.equal(['age-group', 'site', 'view']);
  });

  it('bubbles and crosses shadow boundaries, as an event of its class', async () => {
    const host = emptyPage();
    const errors = inputErrors(document);
    host.attachShadow({ mode: 'open' }).innerHTML = '<vitiligo-outlook site="hand"></vitiligo-outlook>';
    await host.shadowRoot!.querySelector('vitiligo-outlook')!.updateComplete;
    expect(errors).to.have.lengthOf(1);
    expect(errors[0]).to.be.instanceOf(InputErrorEvent);
  });
});
