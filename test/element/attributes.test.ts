import { expect } from '@open-wc/testing';
import { ALLOWED, attributeName, type HostProperty } from '../../src/element/host-values.js';
import { INPUT_NAMES } from '../../src/evidence/inputs.js';
import { notices, show, showHtml } from './show.js';

/** The table of DESIGN: what each attribute may say, the default first. */
const TABLE: Record<Exclude<HostProperty, 'headingLevel'>, readonly string[]> = {
  ageGroup: ['any', 'child', 'adult'],
  site: ['any', 'face-neck', 'trunk-extremities', 'hands-feet'],
  phototherapy: ['not-stated', 'available', 'unavailable'],
  maintenance: ['treating', 'repigmented'],
  estimates: ['published', 'pooled'],
  view: ['patient', 'clinician'],
  theme: ['auto', 'light', 'dark'],
  icons: ['shapes', 'people'],
  skinTone: ['3', '1', '2', '4', '5', '6'],
};
/** How things are shown: the outlook does not turn on it. */
const SHOWN: readonly HostProperty[] = ['view', 'theme', 'icons', 'skinTone'];
const PROPERTIES = Object.keys(TABLE) as (keyof typeof TABLE)[];

describe('attributes and properties', () => {
  it('allow the values of the table', () => {
    for (const property of PROPERTIES) expect(ALLOWED[property]).to.deep.equal(TABLE[property]);
  });

  it('have the first value as their default, without an attribute for it', async () => {
    const element = await showHtml('<vitiligo-outlook></vitiligo-outlook>');
    for (const property of PROPERTIES) expect(element[property]).to.equal(TABLE[property][0]);
    expect(element.getAttributeNames()).to.deep.equal([]);
  });

  for (const property of PROPERTIES) {
    const attribute = attributeName(property);
    const [first, ...others] = TABLE[property];

    it(`${attribute}: each value is read from the attribute and reflected from the property`, async () => {
      for (const value of TABLE[property]) {
        const element = await showHtml(`<vitiligo-outlook ${attribute}="${value}"></vitiligo-outlook>`);
        expect(element[property]).to.equal(value);
        const other = await show({ [property]: value });
        expect(other.getAttribute(attribute) ?? first).to.equal(value);
        expect([...notices(element), ...notices(other)]).to.deep.equal([]);
      }
    });

    it(`${attribute}: taken away, it is the default again`, async () => {
      const element = await showHtml(`<vitiligo-outlook ${attribute}="${others[0]}"></vitiligo-outlook>`);
      const before = element.outlook;
      element.removeAttribute(attribute);
      await element.updateComplete;
      expect(element[property]).to.equal(first);
      expect(element.hasAttribute(attribute)).to.equal(false);
      if (!SHOWN.includes(property)) expect(element.outlook).not.to.deep.equal(before);
    });

    it(`${attribute}: an empty value is absent`, async () => {
      const element = await showHtml(`<vitiligo-outlook ${attribute}=""></vitiligo-outlook>`);
      const untouched = await showHtml('<vitiligo-outlook></vitiligo-outlook>');
      expect(element.outlook).to.deep.equal(untouched.outlook);
      expect(notices(element)).to.deep.equal([]);
    });
  }

  it('answer a change of the attribute from script', async () => {
    const element = await show();
    element.setAttribute('age-group', 'child');
    element.setAttribute('site', 'hands-feet');
    expect(element.outlook!.inputs).to.include({ ageGroup: 'child', site: 'hands-feet' });
  });

  it('reflect what the reader answers', async () => {
    const element = await show();
    const answers = ['child', 'face-neck', 'unavailable', 'repigmented'];
    for (const value of answers) element.shadowRoot!.querySelector<HTMLElement>(`input[value=${value}]`)!.click();
    await element.updateComplete;
    expect(INPUT_NAMES.map((name) => element.getAttribute(attributeName(name)))).to.deep.equal(answers);
    expect(Object.values(element.outlook!.inputs)).to.deep.equal(answers);
  });

  it('show what the page says where it takes an answer back at once', async () => {
    const element = await show();
    const checked = () =>
      [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('input[name=site]:checked')].map(({ value }) => value);
    for (const [value, shown] of [['any', ['any']], ['hand', []]] as const) {
      element.shadowRoot!.querySelector<HTMLElement>('input[value=face-neck]')!.click();
      element.site = value;
      await element.updateComplete;
      expect(checked()).to.deep.equal(shown);
    }
  });

  it('fixed-view takes the switch away, and leaves the view as it is', async () => {
    const element = await showHtml('<vitiligo-outlook view="clinician" fixed-view></vitiligo-outlook>');
    expect(element.fixedView).to.equal(true);
    expect(element.shadowRoot!.querySelectorAll('[aria-label=View] button')).to.have.lengthOf(0);
    element.fixedView = false;
    await element.updateComplete;
    expect(element.shadowRoot!.querySelectorAll('[aria-label=View] button')).to.have.lengthOf(2);
    expect(element.view).to.equal('clinician');
  });
});

describe('heading-level', () => {
  const levels = (element: Element) =>
    [...element.shadowRoot!.querySelectorAll('[role=heading]')].map((title) => Number(title.getAttribute('aria-level')));

  for (const level of [1, 2, 3, 4, 5, 6]) {
    it(`${level}: the title has it, everything below stands deeper, at most 6`, async () => {
      const [title, ...below] = levels(await showHtml(`<vitiligo-outlook heading-level="${level}"></vitiligo-outlook>`));
      expect(title).to.equal(level);
      expect(below.length).to.be.greaterThan(5);
      for (const part of below) expect(part).to.be.within(Math.min(6, level + 1), Math.min(6, level + 2));
    });
  }

  it('is a number for script, also where a framework sets it as text', async () => {
    expect((await showHtml('<vitiligo-outlook heading-level="4"></vitiligo-outlook>')).headingLevel).to.equal(4);
    const element = await show();
    for (const level of [5, '3']) {
      Object.assign(element, { headingLevel: level });
      await element.updateComplete;
      expect(levels(element).slice(0, 2)).to.deep.equal([Number(level), Number(level) + 1]);
    }
    expect(notices(element)).to.deep.equal([]);
  });

  it('is 2 where it is not given', async () => {
    expect(levels(await show())[0]).to.equal(2);
  });

  for (const value of ['0', '7', '2.5', 'two', '-1']) {
    it(`${value}: a notice, an event, and the default`, async () => {
      const element = await showHtml(`<vitiligo-outlook heading-level="${value}"></vitiligo-outlook>`);
      expect(levels(element)[0]).to.equal(2);
      expect(notices(element)).to.have.lengthOf(1);
      expect(notices(element)[0]).to.contain(`heading-level="${value}"`);
    });
  }
});
