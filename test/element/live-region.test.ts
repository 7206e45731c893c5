import { expect } from '@open-wc/testing';
import type { VitiligoOutlook } from '../../src/index.js';
import { all, one, show, words } from './show.js';

/** Collects what the live region says, once for each update that changes its content. */
function listen(element: VitiligoOutlook): string[] {
  const said: string[] = [];
  const region = one(element, '[role=status]');
  const observer = new MutationObserver(() => said.push(words(region)));
  observer.observe(region, { childList: true, characterData: true, subtree: true });
  return said;
}

/** Mutations are delivered before the next task. */
async function settled(element: VitiligoOutlook): Promise<void> {
  await element.updateComplete;
  await new Promise((resolve) => setTimeout(resolve));
}

describe('the live region', () => {
  it('is one, polite, and says nothing at first', async () => {
    const element = await show({ site: 'face-neck' });
    const regions = all(element, '[role=status], [role=alert], [role=log], [aria-live]');
    expect(regions.map((region) => region.getAttribute('role'))).to.deep.equal(['status']);
    expect(words(regions[0]!)).to.equal('');
  });

  it('says a change once, with the answers that the results are for', async () => {
    const element = await show();
    const said = listen(element);
    element.site = 'hands-feet';
    await settled(element);
    expect(said).to.have.lengthOf(1);
    expect(said[0]).to.contain('Hands and feet').and.to.contain('Any age');
  });

  it('says several answers that change together once', async () => {
    const element = await show();
    const said = listen(element);
    element.site = 'face-neck';
    element.ageGroup = 'child';
    element.maintenance = 'repigmented';
    await settled(element);
    expect(said).to.have.lengthOf(1);
    expect(said[0]).to.contain('Face and neck').and.to.contain('Child').and.to.contain('Colour is back');
  });

  it('says each change, also back to what was said before', async () => {
    const element = await show();
    const said = listen(element);
    for (const site of ['face-neck', 'any', 'face-neck']) {
      element.site = site;
      await settled(element);
    }
    expect(said).to.have.lengthOf(3);
    expect(said[2]).to.equal(said[0]);
  });

  it('says a change of the estimates and the change back', async () => {
    const element = await show({ view: 'clinician' });
    const said = listen(element);
    for (const estimates of ['pooled', 'published']) {
      element.estimates = estimates;
      await settled(element);
    }
    expect(said).to.have.lengthOf(2);
  });

  it('says nothing of pooled estimates in the patient view, which does not show them', async () => {
    const element = await show();
    const said = listen(element);
    element.estimates = 'pooled';
    await settled(element);
    expect(said).to.deep.equal([]);
    element.view = 'clinician';
    await settled(element);
    expect(said).to.have.lengthOf(1);
  });

  it('keeps silent where no result changes', async () => {
    const element = await show();
    const said = listen(element);
    element.site = 'any';
    element.view = 'clinician';
    element.theme = 'dark';
    element.headingLevel = 3;
    element.prefilled = { site: 'Problem list' };
    element.requestUpdate();
    await settled(element);
    expect(said).to.deep.equal([]);
  });

  it('is the same node throughout, so that assistive technology keeps watching it', async () => {
    const element = await show();
    const region = one(element, '[role=status]');
    for (const site of ['face-neck', 'hand', 'any']) {
      element.site = site;
      await settled(element);
      expect(one(element, '[role=status]')).to.equal(region);
    }
  });
});
