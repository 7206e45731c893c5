import { expect } from '@open-wc/testing';
import { INPUTS } from '../../src/evidence/inputs.js';
import { openAll } from './open.js';
import { all, one, show, words, type Properties } from './show.js';

/** All words on screen, every part open. */
async function screen(properties: Properties = {}): Promise<string> {
  const element = await show(properties);
  await openAll(element);
  return words(one(element, '.root'));
}

/** What INTENDED-USE.md lists, one by one, as a reader meets it. */
describe('what a reader must not come away with is countered on screen', function () {
  this.timeout(30_000);

  it('this is my probability', async () => {
    const text = await screen();
    expect(text).to.contain('Not a forecast for one person, and no advice.');
    expect(text).to.contain('Nothing is scored, and no step leads to a set answer.');
    expect(text).to.not.match(/your (chance|risk|probability)|you (will|would) (reach|have)/i);
  });

  it('the light made the difference', async () => {
    expect(await screen()).to.contain('The difference between them is not the effect of light.');
  });

  it('zero means never', async () => {
    expect(await screen({ site: 'hands-feet' })).to.contain('of 100 cannot be excluded').and.to.contain('zero is not never');
  });

  it('at least 25 % is success', async () => {
    const text = await screen();
    expect(text).to.contain('80 % or more would be worthwhile');
    expect(text).to.not.match(/\bsuccess/i);
  });

  it('it lasts, or is back by a date', async () => {
    const element = await show({ maintenance: 'repigmented' });
    const [maintenance, options] = [one(element, '[part=maintenance]'), one(element, '.options')];
    expect(maintenance.compareDocumentPosition(options)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
    await openAll(element);
    const text = words(one(element, '.root'));
    expect(text).to.contain('patches that lost some colour');
    expect(text).to.contain('Nobody pooled how often colour is lost again once the cream is stopped.');
    expect(text).to.contain('None is a date by which colour comes back; nobody can give that date.');
  });

  it('the side effects add up, or none means safe', async () => {
    const text = await screen();
    expect(text).to.contain('so the numbers do not add up');
    expect(text).to.contain('That does not mean that there were none.');
    expect(text).to.contain('Not covered by these studies; ask your clinician: harms of light treatment');
    expect(text).to.not.match(/\bsafe\b/i);
  });

  it('children’s numbers hold for infants, for one place, or for every strength', async () => {
    const text = await screen({ ageGroup: 'child', site: 'face-neck' });
    expect(text).to.contain('Numbers for children do not hold for infants');
    expect(text).to.contain('Nobody pooled children by part of the body.');
    expect(text).to.contain('Nobody pooled results by strength');
    expect(text).to.contain('Age 2 to 15: 0.03 %.').and.to.contain('Under age 2: not labelled.');
  });

  it('sunbathing or needling at home helps', async () => {
    const element = await show();
    for (const treatment of ['tci-phototherapy', 'phototherapy']) {
      const card = one(element, `.option[data-treatment=${treatment}]`);
      expect(words(card), treatment).to.contain('advise against ultraviolet treatment, sun lamps and tanning beds');
    }
    await openAll(element);
    const needling = words(one(element, '.option[data-treatment=tacrolimus-microneedling]'));
    expect(needling).to.contain('by clinicians').and.to.contain('not applied to any rate');
    expect(words(one(element, '.step-choices'))).to.contain('Done by clinicians.');
  });

  it('the authors confirmed the corrected limit', async () => {
    const text = await screen({ site: 'face-neck', view: 'clinician' });
    expect(text).to.contain('not confirmed by the journal');
    expect(text).to.not.match(/(?<!not )confirmed by/);
  });

  it('what is not listed does not exist', async () => {
    const text = await screen();
    expect(text).to.contain('Other treatments exist and are not compared here: ruxolitinib cream');
    expect(text).to.contain('What came later is not in its numbers.');
    expect(text).to.contain('What happens to the patches without treatment is not known from these studies.');
  });

  it('segmental or active vitiligo behaves alike', async () => {
    for (const ageGroup of INPUTS.ageGroup) {
      for (const site of INPUTS.site) {
        const element = await show({ ageGroup, site });
        expect(words(one(element, '[part=notes]'))).to.contain('Types of vitiligo (segmental or not, active or stable');
      }
    }
  });

  it('the interval is the range for me', async () => {
    const element = await show();
    expect(words(one(element, '.option[data-treatment=tci]'))).to.match(/between \d+ and \d+ of 100/);
    await openAll(element);
    expect(words(one(element, '[part=basis]'))).to.contain('What one person will see cannot be read from them.');
    expect(all(element, '.skin')).to.have.lengthOf(4);
    expect(words(one(element, '.step-see'))).to.contain('Real patches differ.');
  });
});
