import type { PageFacts } from './page-facts.js';

/**
 * The criteria of IPDAS 4.0 that hold for an aid about treatments, in our words: qualifying and certifying items with
 * their numbers, quality items in the order of the published list (Joseph-Williams et al. 2014, Med Decis Making
 * 34:699-710, doi:10.1177/0272989X13501721). What concerns tests alone is left out.
 */
export interface Criterion {
  readonly id: string;
  readonly kind: 'qualifying' | 'certifying' | 'quality';
  readonly text: string;
  /** Looks at the built page; `null` where it does not hold. Absent where no page could show it. */
  readonly proof?: (facts: PageFacts) => string | null;
  /** Why it is not met. */
  readonly notMet?: string;
}

export interface ScoredCriterion extends Pick<Criterion, 'id' | 'kind' | 'text'> {
  readonly met: boolean;
  /** What was seen, or why it is not met. */
  readonly evidence: string;
}

const NEEDS_PEOPLE = 'Not met: it needs studies or reviews with patients and clinicians, and none was done.';

/** Words in every language, each on screen in that language's patient view. */
function says(facts: PageFacts, ...keys: string[]): string | null {
  const missing = facts.missing(keys);
  return missing.length ? null : `On screen in ${facts.languages.join(', ')}: ${keys.join(', ')}.`;
}

const all = (...proofs: (string | null)[]): string | null => (proofs.includes(null) ? null : proofs.join(' '));
const when = (holds: boolean, evidence: string) => (holds ? evidence : null);

export const CRITERIA: readonly Criterion[] = [
  {
    id: '1.1.1', kind: 'qualifying', text: 'Describes the condition that the decision is about',
    proof: (facts) => says(facts, 'vitiligo', 'repigmentation'),
  },
  {
    id: '1.1.2', kind: 'qualifying', text: 'States the decision to be made',
    proof: (facts) => says(facts, 'decision'),
  },
  {
    id: '1.1.3', kind: 'qualifying', text: 'Describes the options, with that of no treatment',
    proof: (facts) => says(facts, 'treatment.tci', 'treatment.tci-phototherapy', 'treatment.phototherapy',
      'treatment.tacrolimus-microneedling', 'choice.none', 'choice.none.text'),
  },
  {
    id: '1.1.4', kind: 'qualifying', text: 'Describes what each option can bring',
    proof: ({ optionsWithoutBenefit }) => when(optionsWithoutBenefit.length === 0,
      'For all 72 answers each option has rates, a ratio, or the reason why there is none.'),
  },
  {
    id: '1.1.5', kind: 'qualifying', text: 'Describes the harms of each option',
    proof: ({ optionsWithoutHarm }) => when(optionsWithoutHarm.length === 0,
      'For all 72 answers each option has rates of side effects, or says that none were pooled.'),
  },
  {
    id: '1.2.1', kind: 'qualifying', text: 'Describes what it is like to live with the results of each option, for body, mind and company',
    notMet: 'Not met: what each choice involves is described as far as a source says; how it feels has no source at hand, and the text says so.',
  },
  {
    id: '2.1.1', kind: 'certifying', text: 'Shows benefits and harms in equal detail',
    proof: ({ benefitStyle, harmStyle, benefitMarks, harmMarks }) =>
      when(benefitStyle === harmStyle && benefitMarks.join() === harmMarks.join(),
        `Rows of benefits and harms have the same type (${benefitStyle}) and the same parts: ${harmMarks.join(', ')}.`),
  },
  {
    id: '2.2.1', kind: 'certifying', text: 'Cites the evidence',
    proof: ({ numbers, unresolved }) => when(numbers > 0 && unresolved.length === 0,
      `Each of ${numbers} different numbers names references that resolve to a citation.`),
  },
  {
    id: '2.2.2', kind: 'certifying', text: 'Gives its date',
    proof: (facts) => says(facts, 'source'),
  },
  {
    id: '2.2.3', kind: 'certifying', text: 'Says how and when it is updated',
    proof: (facts) => says(facts, 'basis.version.text.1', 'basis.version.text.2'),
  },
  {
    id: '2.2.4', kind: 'certifying', text: 'Says how uncertain the numbers are',
    proof: (facts) => all(says(facts, 'interval.sentence', 'interval.none'),
      when(facts.numbersWithoutRange.length === 0, 'Each number has a range, or the words that no range was printed.')),
  },
  {
    id: '2.3.1', kind: 'certifying', text: 'Names who paid for it',
    proof: (facts) => says(facts, 'basis.version.text.3'),
  },
  {
    id: 'Q1', kind: 'quality', text: 'Describes the course without treatment',
    proof: (facts) => all(says(facts, 'choice.none.text', 'without.heading'),
      when(facts.without > 0, `What people without it showed: ${facts.without} rows.`)),
  },
  {
    id: 'Q2', kind: 'quality', text: 'Lets a reader compare the options, for and against',
    proof: ({ options, harmMarks }) => when(options >= 3 && harmMarks.length > 0,
      `${options} options stand side by side, with side effects in the same form.`),
  },
  {
    id: 'Q3', kind: 'quality', text: 'Gives the probabilities of outcomes',
    proof: ({ numbers }) => when(numbers > 0, `${numbers} different rates, each with its outcome.`),
  },
  {
    id: 'Q4', kind: 'quality', text: 'Says for whom the probabilities hold',
    proof: ({ numbersWithoutGroup }) => when(numbersWithoutGroup.length === 0, 'Each number stands with group, studies and people.'),
  },
  {
    id: 'Q5', kind: 'quality', text: 'Gives event rates',
    proof: (facts) => says(facts, 'sentence.patients'),
  },
  {
    id: 'Q6', kind: 'quality', text: 'Compares outcomes over the same time',
    notMet: 'Not met: the studies lasted from weeks to a year and were pooled whatever their length. Each number stands with its own months.',
  },
  {
    id: 'Q7', kind: 'quality', text: 'Uses the same denominator for all',
    proof: ({ arraySizes }) => when(arraySizes.length > 0 && arraySizes.every((size) => size === 100),
      `Each of ${arraySizes.length} pictures has 100 parts, and each number is of 100.`),
  },
  {
    id: 'Q8', kind: 'quality', text: 'Shows probabilities in more than one way',
    proof: ({ benefitMarks, sentences }) => when(benefitMarks.length >= 3 && sentences > 0,
      `Sentence, number and ${benefitMarks.join(', ')}.`),
  },
  {
    id: 'Q9', kind: 'quality', text: 'Asks what matters most to the patient',
    proof: (facts) => says(facts, 'value.title', 'value.lead'),
  },
  {
    id: 'Q10', kind: 'quality', text: 'Leads through the decision in steps',
    proof: (facts) => says(facts, 'steps'),
  },
  {
    id: 'Q11', kind: 'quality', text: 'Offers a list of questions for the clinician',
    proof: (facts) => says(facts, 'ask.title', 'ask.lead'),
  },
  { id: 'Q12', kind: 'quality', text: 'Patients were asked what they need', notMet: NEEDS_PEOPLE },
  { id: 'Q13', kind: 'quality', text: 'Clinicians were asked what they need', notMet: NEEDS_PEOPLE },
  { id: 'Q14', kind: 'quality', text: 'Patients outside the project reviewed it', notMet: NEEDS_PEOPLE },
  { id: 'Q15', kind: 'quality', text: 'Clinicians outside the project reviewed it', notMet: NEEDS_PEOPLE },
  { id: 'Q16', kind: 'quality', text: 'It was tried with patients who face the decision', notMet: NEEDS_PEOPLE },
  { id: 'Q17', kind: 'quality', text: 'It was tried with clinicians who counsel them', notMet: NEEDS_PEOPLE },
  {
    id: 'Q18', kind: 'quality', text: 'Says how the evidence was found and summed up',
    proof: (facts) => says(facts, 'basis.method.text.1', 'basis.studies.text.1'),
  },
  {
    id: 'Q19', kind: 'quality', text: 'Says how good the evidence is',
    proof: (facts) => all(says(facts, 'sure.title', 'sure.draft'),
      when(facts.numbersWithoutCertainty.length === 0, 'Each treatment with rates has a draft rating with its reasons.')),
  },
  {
    id: 'Q20', kind: 'quality', text: 'Names its authors and their qualifications',
    notMet: 'Not met: the project names no persons.',
  },
  {
    id: 'Q21', kind: 'quality', text: 'States its reading level',
    proof: (facts) => says(facts, 'basis.aid.text.1'),
  },
  { id: 'Q22', kind: 'quality', text: 'It is shown to bring choices closer to what matters to patients', notMet: NEEDS_PEOPLE },
  { id: 'Q23', kind: 'quality', text: 'It is shown to help patients know more', notMet: NEEDS_PEOPLE },
];

/** Every criterion with what was seen; what holds nowhere else is not met. */
export function score(facts: PageFacts): ScoredCriterion[] {
  return CRITERIA.map(({ id, kind, text, proof, notMet }) => {
    const evidence = proof?.(facts) ?? null;
    return { id, kind, text, met: evidence !== null, evidence: evidence ?? notMet ?? 'Not met: not found in the page.' };
  });
}
