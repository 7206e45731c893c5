import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { VitiligoOutlook } from '../../src/index.js';
import { axeFindings } from './axe.js';
import { openAll } from './open.js';
import { one, show } from './show.js';

const page = document.documentElement;

afterEach(async () => {
  page.style.colorScheme = '';
  await emulateMedia({ colorScheme: 'light' });
});

const surface = (element: VitiligoOutlook) => getComputedStyle(one(element, '.root')).backgroundColor;
const text = (element: VitiligoOutlook) => getComputedStyle(one(element, '.title')).color;

describe('colours', () => {
  /** The surfaces of `theme="auto"`, `light` and `dark` in a page of that `color-scheme`. */
  async function surfaces(scheme: string, system: 'light' | 'dark'): Promise<string[]> {
    page.style.colorScheme = scheme;
    await emulateMedia({ colorScheme: system });
    const elements = [];
    for (const theme of ['auto', 'light', 'dark']) elements.push(await show({ theme }));
    return elements.map(surface);
  }

  it('are those of the page, which may follow the system or not, unless the element is told which', async () => {
    const [, light, dark] = await surfaces('', 'light');
    expect(dark).not.to.equal(light);
    // A page that says nothing is drawn light on a dark system too.
    expect(await surfaces('', 'dark')).to.deep.equal([light, light, dark]);
    expect(await surfaces('light', 'dark')).to.deep.equal([light, light, dark]);
    expect(await surfaces('dark', 'light')).to.deep.equal([dark, light, dark]);
    expect(await surfaces('light dark', 'light')).to.deep.equal([light, light, dark]);
    expect(await surfaces('light dark', 'dark')).to.deep.equal([dark, light, dark]);
  });

  it('change with the page, text and controls too', async () => {
    const element = await show();
    const before = [surface(element), text(element)];
    page.style.colorScheme = 'dark';
    expect([surface(element), text(element)]).not.to.include.members(before);
    expect(getComputedStyle(one(element, '.questions')).colorScheme).to.equal('dark');
  });

  it('of a dark system have enough contrast, explanations included', async function () {
    this.timeout(30_000);
    page.style.colorScheme = 'light dark';
    await emulateMedia({ colorScheme: 'dark' });
    for (const view of ['patient', 'clinician']) {
      const element = await show({ view, ageGroup: 'child', site: 'face-neck', maintenance: 'repigmented' });
      await openAll(element);
      expect(await axeFindings(element, ['color-contrast'])).to.deep.equal([]);
    }
  });
});
