import { expect } from '@open-wc/testing';
import { INPUT_NAMES, type Inputs } from '../../src/evidence/inputs.js';
import type { Outlook, ResponseEstimate } from '../../src/evidence/outlook.js';
import type { VitiligoOutlook } from '../../src/index.js';
import { rows } from '../evidence/outlook-table.js';
import { numbersIn, wholePercent } from '../view-model/one-number.js';
import { all, one, show, words } from './show.js';

type Rate = Pick<ResponseEstimate, 'estimate' | 'low' | 'high'>;

/** What the number column says of a rate: "55 42–68". */
function cell({ estimate, low, high }: Rate): string {
  const range = low === null || high === null ? '' : ` ${wholePercent(low)}–${wholePercent(high)}`;
  return `${wholePercent(estimate)}${range}`;
}

const cells = (part: Element) =>
  [...part.querySelectorAll('td.number > [aria-hidden=true]')].map(words);

const ratesOf = ({ responses, alsoRelevant }: Outlook['options'][number]): Rate[] => [
  ...responses,
  ...alsoRelevant.flatMap((group) => group.responses),
];

describe('every number on screen', () => {
  for (const view of ['patient', 'clinician'] as const) {
    for (const maintenance of ['treating', 'repigmented'] as const) {
      const states = rows.map(({ inputs }) => inputs).filter((row) => row.maintenance === maintenance);

      it(`is that of the outlook, row by row: ${view} view, ${maintenance}, all 36 states`, async () => {
        const element = await show({ view });
        expect(states).to.have.lengthOf(36);
        for (const inputs of states) {
          await answerWith(element, inputs);
          const { options, adverseEvents, ...outlook } = element.outlook!;
          const cards = all(element, '[part=option]');
          expect(cards.map(({ dataset }) => dataset['treatment'])).to.deep.equal(options.map(({ treatment }) => treatment));
          expect(cards.map(cells)).to.deep.equal(options.map((option) => ratesOf(option).map(cell)));
          expect(cells(one(element, '[part=harms]'))).to.deep.equal(adverseEvents.map(cell));
          const arms = outlook.maintenance?.arms.map(cell) ?? [];
          expect(all(element, '[part=maintenance]').flatMap(cells)).to.deep.equal(arms);
        }
      });

      it(`can be traced to the outlook, wherever it stands: ${view} view, ${maintenance}, all 36 states`, async () => {
        const element = await show({ view });
        for (const inputs of states) {
          await answerWith(element, inputs);
          const known = new Set([...numbersOf(element.outlook!), ...NAMES_OF_THRESHOLDS]);
          const shown = all(element, '[part=option], [part=harms], [part=maintenance]').flatMap(numbersShown);
          expect(shown.length).to.be.greaterThan(30);
          expect(shown.filter((number) => !known.has(number)), JSON.stringify(inputs)).to.deep.equal([]);
        }
      });
    }
  }

  it('that a card opens on in the patient view is the one for at least 75 %', async () => {
    const element = await show();
    for (const inputs of rows.map(({ inputs }) => inputs)) {
      await answerWith(element, inputs);
      const expected = element.outlook!.options.map(({ responses }) => {
        const at75 = responses.filter(({ threshold }) => threshold === 75);
        return at75.length === 1 ? [String(wholePercent(at75[0]!.estimate))] : [];
      });
      const opened = all(element, '[part=option]').map((card) => [...card.querySelectorAll('.big-number')].map(words));
      expect(opened).to.deep.equal(expected);
    }
  });

  it('goes when its answer is not understood, and comes back when it is', async () => {
    const element = await show({ site: 'hand' });
    expect(all(element, '[part=option]').flatMap(cells)).to.deep.equal([]);
    element.site = 'hands-feet';
    await element.updateComplete;
    expect(all(element, '[part=option]').flatMap(cells)).to.deep.equal(['15 7–23', '2 0–5', '0 0–7']);
  });
});

async function answerWith(element: VitiligoOutlook, inputs: Inputs): Promise<void> {
  for (const name of INPUT_NAMES) element[name] = inputs[name]!;
  await element.updateComplete;
}

/** Of 100, the thresholds themselves, and the level of the intervals. */
const NAMES_OF_THRESHOLDS = [25, 50, 75, 100, 95];

/** The numbers of a part as a reader meets them; the ids of errata are names. */
function numbersShown(part: Element): number[] {
  const copy = part.cloneNode(true) as Element;
  copy.querySelectorAll('.ids').forEach((ids) => ids.remove());
  const names = [...copy.querySelectorAll('svg[role=img]')].map((picture) => picture.getAttribute('aria-label')!);
  return [words(copy), ...names].flatMap(numbersIn);
}

/** Every number that an outlook holds, and a proportion in the ways that it is printed: of 100, and in percent. */
function numbersOf(value: unknown): number[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(numbersOf);
  if (typeof value !== 'number') return [];
  const percent = value * 100;
  const whole = wholePercent(value);
  return [value, whole, 100 - whole, Number(percent.toFixed(1)), Number(percent.toFixed(2)), Number(value.toFixed(2))];
}
