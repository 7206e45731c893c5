import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { VitiligoOutlook } from '../../src/index.js';
import { axeFindings } from './axe.js';
import { openAll } from './open.js';
import { one, show } from './show.js';

afterEach(() => emulateMedia({ colorScheme: 'light' }));

const surface = (element: VitiligoOutlook) => getComputedStyle(one(element, '.root')).backgroundColor;

describe('colours', () => {
  it('follow the system unless the page says which', async () => {
    const elements = await Promise.all(['auto', 'light', 'dark'].map((theme) => show({ theme })));
    const [auto, light, dark] = elements.map(surface);
    expect(auto).to.equal(light);
    expect(dark).not.to.equal(light);
    await emulateMedia({ colorScheme: 'dark' });
    expect(elements.map(surface)).to.deep.equal([dark, light, dark]);
  });

  it('of a dark system have enough contrast, explanations included', async function () {
    this.timeout(30_000);
    await emulateMedia({ colorScheme: 'dark' });
    for (const view of ['patient', 'clinician']) {
      const element = await show({ view, ageGroup: 'child', site: 'face-neck', maintenance: 'repigmented' });
      await openAll(element);
      expect(await axeFindings(element, ['color-contrast'])).to.deep.equal([]);
    }
  });
});
