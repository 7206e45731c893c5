import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { INPUTS } from '../../src/evidence/inputs.js';
import type { VitiligoOutlook } from '../../src/index.js';
import { all, one, show, words, type Properties } from './show.js';

const REGIONS = INPUTS.site.filter((site) => site !== 'any');

/** An element with its body figure open. */
async function showFigure(properties: Properties = {}): Promise<VitiligoOutlook> {
  const element = await show(properties);
  one<HTMLElement>(element, 'fieldset summary').click();
  while (!all(element, '.figure').length) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    await element.updateComplete;
  }
  return element;
}

const checked = (element: Element, name: string) =>
  all<HTMLInputElement>(element, `input[name=${name}]:checked`).map(({ value }) => value);
const chosen = (element: Element) => all(element, '.region.chosen').map((region) => region.dataset.region);
const region = (element: Element, name: string) => one<SVGGElement>(element, `.region[data-region=${name}]`);

describe('the body figure', () => {
  it('stands behind a control beside the question of where, and loads when it is opened', async () => {
    const element = await show();
    const control = one(element, 'fieldset summary');
    expect(words(control)).to.equal('Body figure');
    expect(words(control.closest('fieldset')!.querySelector('legend')!)).to.equal('Where on the body');
    expect(all(element, '.figure')).to.deep.equal([]);
  });

  for (const site of REGIONS) {
    it(`pointing at ${site} answers the question, in step with both groups`, async () => {
      const element = await showFigure();
      region(element, site).dispatchEvent(new MouseEvent('click', { bubbles: true }));
      await element.updateComplete;
      expect(element.site).to.equal(site);
      expect(chosen(element)).to.deep.equal([site]);
      expect(checked(element, 'site')).to.deep.equal([site]);
      expect(checked(element, 'site-figure')).to.deep.equal([site]);
    });
  }

  it('follows the radio group and the page', async () => {
    const element = await showFigure();
    expect([chosen(element), checked(element, 'site-figure')]).to.deep.equal([[], ['any']]);
    for (const site of INPUTS.site) {
      one<HTMLInputElement>(element, `input[name=site][value=${site}]`).click();
      await element.updateComplete;
      expect(checked(element, 'site-figure')).to.deep.equal([site]);
      expect(chosen(element)).to.deep.equal(site === 'any' ? [] : [site]);
    }
    element.site = 'hand';
    await element.updateComplete;
    expect([chosen(element), checked(element, 'site-figure'), checked(element, 'site')]).to.deep.equal([[], [], []]);
  });

  it('is worked with arrows, and keeps the focus', async () => {
    const element = await showFigure();
    one<HTMLInputElement>(element, 'input[name=site-figure][value=any]').focus();
    // Not beyond the last: whether that leads to the first is each browser's own way.
    const back = [...REGIONS.toReversed().slice(1), 'any'];
    for (const [press, sites] of [['ArrowDown', REGIONS], ['ArrowUp', back]] as const) {
      for (const site of sites) {
        await sendKeys({ press });
        await element.updateComplete;
        expect(element.site).to.equal(site);
        expect((element.shadowRoot!.activeElement as HTMLInputElement).value).to.equal(site);
      }
    }
  });

  it('names the group and each part, and leaves the drawing to those who point', async () => {
    const element = await showFigure();
    const group = one(element, '[role=radiogroup]');
    expect(group.getAttribute('aria-label')).to.equal('Where on the body');
    expect([...group.querySelectorAll('label')].map(words)).to.deep.equal([
      'Anywhere', 'Face and neck', 'Trunk, arms and legs', 'Hands and feet',
    ]);
    expect(one(element, '.figure').getAttribute('aria-hidden')).to.equal('true');
  });

  it('gives each part a target of at least 24 pixels, hands and feet each', async () => {
    const element = await showFigure();
    for (const label of all(element, '.body label')) expect(label.getBoundingClientRect().height).to.be.at.least(24);
    const root = element.shadowRoot!;
    one(element, '.figure').scrollIntoView({ block: 'center' });
    const box = one(element, '.figure').getBoundingClientRect();
    const at = (x: number, y: number) =>
      root
        .elementFromPoint(box.x + (x / 100) * box.width, box.y + (y / 204) * box.height)
        ?.closest('g')
        ?.getAttribute('data-region');
    // The middle of a hand and of a foot, and 12 pixels to either side and above and below.
    const step = 12 * (100 / box.width);
    for (const [x, y] of [[17, 104], [83, 104], [40, 187], [60, 187]] as const) {
      for (const [dx, dy] of [[0, 0], [-step, 0], [0, step]] as const) {
        const mirrored = x > 50 ? -dx : dx;
        expect(at(x + mirrored, y + dy), `${x + mirrored}, ${y + dy}`).to.equal('hands-feet');
      }
    }
    expect(at(50, 15)).to.equal('face-neck');
    expect(at(50, 70)).to.equal('trunk-extremities');
  });
});
