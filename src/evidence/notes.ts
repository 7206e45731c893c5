import type { EvidenceCore, NoteRule } from './core.js';
import { INPUT_NAMES, type Estimates, type Inputs } from './inputs.js';
import type { Note, ResponseEstimate, TreatmentOption } from './outlook.js';

/** An interval that spans more than 80 of 100 says next to nothing (DESIGN.md, "Live pooling"). */
const TOO_WIDE = 0.8;

/** All that limits this answer: the records of the evidence that bear on it, then what the answer itself shows. */
export function outlookNotes(
  core: EvidenceCore,
  inputs: Inputs,
  estimates: Estimates,
  options: readonly TreatmentOption[],
): Note[] {
  const fromEvidence = core.notes.filter((rule) => applies(rule, inputs, estimates)).map(({ code }) => ({ code }));
  const fromAnswer = answerNotes(inputs, estimates, options);
  return [...fromEvidence, ...inputNotes(inputs), ...fromAnswer, ...standingNotes(options)];
}

function applies({ appliesTo }: NoteRule, inputs: Inputs, estimates: Estimates): boolean {
  if (appliesTo.estimates && !appliesTo.estimates.includes(estimates)) return false;
  return INPUT_NAMES.every((name) => {
    const value = inputs[name];
    return !appliesTo[name] || (value !== null && appliesTo[name].includes(value));
  });
}

function inputNotes({ ageGroup, site }: Inputs): Note[] {
  const notes: Note[] = [];
  if (ageGroup === 'adult') notes.push({ code: 'adults-never-pooled' });
  if (ageGroup === 'child' && site !== null && site !== 'any') notes.push({ code: 'children-site-never-pooled' });
  if (ageGroup === 'child') notes.push({ code: 'infants-under-2' });
  return notes;
}

function answerNotes(inputs: Inputs, estimates: Estimates, options: readonly TreatmentOption[]): Note[] {
  const notes: Note[] = [];
  const add = (code: string, of: (option: TreatmentOption) => boolean) => {
    const treatments = options.filter(of).map((option) => option.treatment);
    if (treatments.length) notes.push({ code, params: { treatments } });
  };
  add('different-studies-per-threshold', ({ responses }) => responses.length > 1);
  add('not-monotone', ({ responses }) => !isMonotone(responses));
  add('too-wide', ({ responses }) => responses.some(isTooWide));
  add('other-review', ({ treatment }) => treatment === 'phototherapy');
  add('mixed-units', ({ responses }) => responses.some(({ unit }) => unit === 'mixed'));
  if (estimates === 'pooled') {
    add('clustered-lesions', ({ responses }) => responses.some(({ unit }) => unit !== 'patients'));
    add('favourable-selection', ({ responses }) => responses.some(({ kind }) => kind !== 'published'));
  } else if (inputs.maintenance === 'repigmented') {
    notes.push({ code: 'clustered-lesions' });
  }
  return notes;
}

/** What holds for every answer. */
function standingNotes(options: readonly TreatmentOption[]): Note[] {
  const treatments = options.map(({ treatment }) => treatment);
  return [
    { code: 'no-adverse-event-data', params: { treatments: treatments.filter((treatment) => treatment !== 'tci') } },
    { code: 'types-mixed' },
    { code: 'other-treatments' },
  ];
}

export function isTooWide({ low, high }: ResponseEstimate): boolean {
  return low !== null && high !== null && high - low > TOO_WIDE;
}

/** Whether fewer people reach a higher threshold, at the same number of months. */
function isMonotone(responses: readonly ResponseEstimate[]): boolean {
  const atSameTime = (a: ResponseEstimate, b: ResponseEstimate) => a.months?.printed === b.months?.printed;
  return responses.every((a, i) => responses.slice(i + 1).every((b) => !atSameTime(a, b) || b.estimate <= a.estimate));
}
