import { expect } from '@open-wc/testing';
import { INPUTS } from '../../src/evidence/inputs.js';
import { rows } from '../evidence/outlook-table.js';
import { axeFindings } from './axe.js';
import { openAll } from './open.js';
import { show } from './show.js';

const groups = INPUTS.ageGroup.flatMap((ageGroup) => INPUTS.site.map((site) => ({ ageGroup, site })));

/** axe over the 72 states of a view, a test for each age and site, and over the same parts in dark colours. */
export function testWithAxe(view: 'patient' | 'clinician'): void {
  describe(`axe, ${view} view`, () => {
    for (const { ageGroup, site } of groups) {
      const states = rows.map(({ inputs }) => inputs).filter((row) => row.ageGroup === ageGroup && row.site === site);

      it(`finds nothing in light colours: ${ageGroup}, ${site}, all six answers on light and stage`, async function () {
        this.timeout(60_000);
        const element = await show({ view, theme: 'light' });
        expect(states).to.have.lengthOf(6);
        for (const state of states) {
          Object.assign(element, state);
          await element.updateComplete;
          expect(await axeFindings(element), JSON.stringify(state)).to.deep.equal([]);
        }
      });

      // Dark changes colours alone, and where light is not stated every part is on screen.
      it(`finds enough contrast in dark colours: ${ageGroup}, ${site}`, async function () {
        this.timeout(60_000);
        const element = await show({ view, theme: 'dark', ageGroup, site, maintenance: 'repigmented' });
        expect(await axeFindings(element, ['color-contrast'])).to.deep.equal([]);
      });
    }

    for (const theme of ['light', 'dark'] as const) {
      it(`finds nothing with every explanation open, notices included, in ${theme} colours`, async function () {
        this.timeout(60_000);
        const element = await show({ view, theme, ageGroup: 'child', site: 'face-neck', maintenance: 'repigmented' });
        element.estimates = 'guessed';
        await openAll(element);
        expect(await axeFindings(element)).to.deep.equal([]);
      });
    }
  });
}
