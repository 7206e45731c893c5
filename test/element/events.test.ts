import { expect } from '@open-wc/testing';
import type { Outlook } from '../../src/evidence/outlook.js';
import { OutlookChangeEvent, type VitiligoOutlook } from '../../src/index.js';
import { emptyPage, one, show } from './show.js';

/** An element in a page, with the outlooks that its events carried from the start. */
async function showHeard(properties: object = {}): Promise<{ element: VitiligoOutlook; heard: Outlook[] }> {
  const page = emptyPage();
  const heard: Outlook[] = [];
  page.addEventListener('outlook-change', (event) => heard.push(event.outlook));
  const element = Object.assign(document.createElement('vitiligo-outlook'), properties);
  page.append(element);
  await element.updateComplete;
  return { element, heard };
}

async function change(element: VitiligoOutlook, properties: object): Promise<void> {
  Object.assign(element, properties);
  await element.updateComplete;
}

describe('outlook-change', () => {
  it('carries the first outlook', async () => {
    const { element, heard } = await showHeard({ site: 'face-neck' });
    expect(heard).to.deep.equal([element.outlook]);
    expect(heard[0]!.inputs.site).to.equal('face-neck');
  });

  it('comes once for an update, however many answers changed in it', async () => {
    const { element, heard } = await showHeard();
    await change(element, { site: 'face-neck', ageGroup: 'child', phototherapy: 'unavailable', maintenance: 'repigmented' });
    expect(heard).to.have.lengthOf(2);
    expect(heard[1]).to.deep.equal(element.outlook);
  });

  it('does not come where the outlook is the same by value', async () => {
    const { element, heard } = await showHeard();
    for (const same of [{ site: '' }, { site: 'any' }, { view: 'clinician' }, { theme: 'dark' }, { headingLevel: 3 }]) {
      await change(element, same);
    }
    element.requestUpdate();
    await element.updateComplete;
    element.site = 'face-neck';
    element.site = 'any';
    await element.updateComplete;
    expect(heard).to.have.lengthOf(1);
  });

  it('comes for a change that a reader makes and for one that is not understood', async () => {
    const { element, heard } = await showHeard();
    one(element, 'input[value=face-neck]').click();
    await element.updateComplete;
    await change(element, { site: 'hand' });
    expect(heard.map(({ inputs }) => inputs.site)).to.deep.equal(['any', 'face-neck', null]);
  });

  it('comes for other estimates', async () => {
    const { element, heard } = await showHeard();
    await change(element, { estimates: 'pooled' });
    expect(heard.map(({ estimates }) => estimates)).to.deep.equal(['published', 'pooled']);
  });

  it('bubbles and crosses shadow boundaries, as an event of its class', async () => {
    const host = emptyPage();
    const heard: Event[] = [];
    const listen = (event: Event) => heard.push(event);
    document.addEventListener('outlook-change', listen);
    host.attachShadow({ mode: 'open' }).innerHTML = '<div><vitiligo-outlook></vitiligo-outlook></div>';
    await host.shadowRoot!.querySelector('vitiligo-outlook')!.updateComplete;
    document.removeEventListener('outlook-change', listen);
    expect(heard).to.have.lengthOf(1);
    expect(heard[0]).to.be.instanceOf(OutlookChangeEvent);
    expect(heard[0]!.composed && heard[0]!.bubbles).to.equal(true);
  });

  it('finds the answer on screen already', async () => {
    const element = await show();
    const chosen: string[] = [];
    element.addEventListener('outlook-change', () =>
      chosen.push(one<HTMLInputElement>(element, 'input[name=site]:checked').value),
    );
    await change(element, { site: 'hands-feet' });
    expect(chosen).to.deep.equal(['hands-feet']);
  });

  it('may change the element again', async () => {
    const element = await show();
    element.addEventListener('outlook-change', () => (element.maintenance = 'repigmented'));
    await change(element, { site: 'hands-feet' });
    expect(element.outlook!.inputs).to.include({ site: 'hands-feet', maintenance: 'repigmented' });
  });
});

describe('outlook', () => {
  it('is right at once after a change, before anything is rendered', async () => {
    const element = await show();
    element.site = 'face-neck';
    expect(element.outlook!.options[0]!.stratum).to.deep.equal({ ageGroup: 'any', site: 'face-neck' });
    element.estimates = 'pooled';
    expect(element.outlook!.options[0]!.responses[0]!.kind).not.to.equal('published');
    element.setAttribute('maintenance', 'repigmented');
    expect(element.outlook!.maintenance!.arms).to.have.lengthOf(4);
  });

  it('survives JSON', async () => {
    const { outlook } = await show({ ageGroup: 'child', site: 'face-neck', maintenance: 'repigmented' });
    expect(JSON.parse(JSON.stringify(outlook))).to.deep.equal(outlook);
  });
});
