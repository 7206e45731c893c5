import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { INPUT_NAMES } from '../../src/evidence/inputs.js';
import type { VitiligoOutlook } from '../../src/index.js';
import { explanations } from './open.js';
import { all, emptyPage, one, words } from './show.js';

const press = (key: string) => sendKeys({ press: key });

async function pressBackTab(): Promise<void> {
  await sendKeys({ down: 'Shift' });
  await press('Tab');
  await sendKeys({ up: 'Shift' });
}

/** An element between two buttons of the page, the first of which has the focus. */
async function showInPage(attributes = ''): Promise<VitiligoOutlook> {
  const page = emptyPage();
  page.innerHTML = `<button id="before">before</button>
    <vitiligo-outlook ${attributes}></vitiligo-outlook>
    <button id="after">after</button>`;
  page.querySelector('button')!.focus();
  const element = page.querySelector<VitiligoOutlook>('vitiligo-outlook')!;
  await element.updateComplete;
  return element;
}

const focused = (element: Element) => element.shadowRoot!.activeElement as HTMLElement | null;

/** Everything that Tab reaches in the element, in order. */
async function tabStops(element: VitiligoOutlook): Promise<HTMLElement[]> {
  const stops: HTMLElement[] = [];
  for (await press('Tab'); focused(element) && stops.length < 100; await press('Tab')) stops.push(focused(element)!);
  return stops;
}

const radio = (element: VitiligoOutlook, name: string, value: string) =>
  one<HTMLInputElement>(element, `input[name=${name}][value=${value}]`);

describe('with the keyboard alone', () => {
  it('Tab reaches every question once, at its answer, and every control once, in the order of the page', async () => {
    const element = await showInPage('site="face-neck" maintenance="repigmented"');
    const stops = await tabStops(element);
    const radios = stops.filter((stop): stop is HTMLInputElement => stop instanceof HTMLInputElement);
    expect(radios.map(({ name, value }) => [name, value])).to.deep.equal([
      ['ageGroup', 'any'],
      ['site', 'face-neck'],
      ['phototherapy', 'not-stated'],
      ['maintenance', 'repigmented'],
    ]);
    expect(stops).to.deep.equal(
      all(element, 'summary, button, input:checked').filter((control) => control.checkVisibility()),
    );
    expect(document.activeElement?.id).to.equal('after');
  });

  it('Shift and Tab go the same way back', async () => {
    const element = await showInPage();
    const forth = await tabStops(element);
    const back: HTMLElement[] = [];
    for (await pressBackTab(); focused(element); await pressBackTab()) back.unshift(focused(element)!);
    expect(back).to.deep.equal(forth);
    expect(document.activeElement?.id).to.equal('before');
  });

  for (const name of INPUT_NAMES) {
    it(`arrows move in the answers of "${name}" and choose; the results follow`, async () => {
      const element = await showInPage();
      const group = all<HTMLInputElement>(element, `input[name=${name}]`);
      group[0]!.focus();
      // Forth and back: WebKit does not go from the last answer round to the first.
      const steps = [
        ...group.slice(1).map(({ value }) => ({ value, key: 'ArrowDown' })),
        ...group.slice(0, -1).reverse().map(({ value }) => ({ value, key: 'ArrowUp' })),
      ];
      for (const { value, key } of steps) {
        await press(key);
        await element.updateComplete;
        expect(element[name]).to.equal(value);
        expect(focused(element)).to.equal(radio(element, name, value));
        expect(element.outlook!.inputs[name]).to.equal(value);
        expect(all<HTMLInputElement>(element, 'input:checked')).to.have.lengthOf(INPUT_NAMES.length);
      }
    });
  }

  it('answers of two elements on a page do not mix', async () => {
    const element = await showInPage();
    const other = document.createElement('vitiligo-outlook');
    element.after(other);
    await other.updateComplete;
    radio(element, 'site', 'any').focus();
    await press('ArrowDown');
    await Promise.all([element.updateComplete, other.updateComplete]);
    expect([element.site, other.site]).to.deep.equal(['face-neck', 'any']);
    expect(radio(other, 'site', 'any').checked).to.equal(true);
  });

  for (const [name, key] of [['Enter', 'Enter'], ['Space', ' ']] as const) {
    it(`${name} on the switch changes the view, says which is chosen and keeps the focus`, async () => {
      const element = await showInPage();
      const [patient, clinician] = all(element, '.switch button');
      const pressed = () => [patient!, clinician!].map((button) => button.getAttribute('aria-pressed'));
      expect(pressed()).to.deep.equal(['true', 'false']);
      clinician!.focus();
      await press(key);
      await element.updateComplete;
      expect(element.view).to.equal('clinician');
      expect(pressed()).to.deep.equal(['false', 'true']);
      expect(focused(element)).to.equal(clinician);
    });
  }

  for (const view of ['patient', 'clinician']) {
    it(`Enter opens every part of the ${view} view, and its explanation stands below`, async function () {
      this.timeout(30_000);
      const element = await showInPage(`view="${view}" age-group="child" site="face-neck" maintenance="repigmented"`);
      const opened = new Set<HTMLDetailsElement>();
      for (let part = closedPart(element); part; part = closedPart(element)) {
        part.querySelector('summary')!.focus();
        await press('Enter');
        await explanations(element);
        expect(part.open, words(part)).to.equal(true);
        const title = words(part.querySelector('summary')!);
        expect(words(part).length, title).to.be.greaterThan(title.length + 20);
        opened.add(part);
      }
      // Errata of nine numbers, side effects and maintenance, notes, labels, basis with its lists of studies.
      expect(opened.size).to.be.greaterThan(10);
    });
  }

  it('Enter closes what it opened, and the focus stays', async () => {
    const element = await showInPage();
    const summary = one(element, '.basis > summary');
    summary.focus();
    await press('Enter');
    await explanations(element);
    expect(focused(element)).to.equal(summary);
    await press('Enter');
    expect(one<HTMLDetailsElement>(element, '.basis').open).to.equal(false);
  });

  it('the focus stays where it is while the results change', async () => {
    const element = await showInPage();
    radio(element, 'site', 'any').focus();
    element.maintenance = 'repigmented';
    element.ageGroup = 'child';
    await element.updateComplete;
    expect(focused(element)).to.equal(radio(element, 'site', 'any'));
  });
});

const closedPart = (element: VitiligoOutlook) => all<HTMLDetailsElement>(element, 'details:not([open])')[0];
