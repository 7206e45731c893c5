import { answer } from '../../src/evidence/answer.js';
import type { EvidenceCore } from '../../src/evidence/core.js';
import type { EvidenceDetails } from '../../src/evidence/details.js';
import { INPUTS, type Inputs } from '../../src/evidence/inputs.js';
import type { Outlook, ResponseEstimate, TreatmentOption } from '../../src/evidence/outlook.js';

/** What was seen of the built element's patient view, in one browser. */
export interface SeenPage {
  /** All text on screen with every fold open, by language. */
  readonly texts: Readonly<Record<string, string>>;
  /** Font size, weight and colour of a row of benefits, and of a row of harms. */
  readonly benefitStyle: string;
  readonly harmStyle: string;
  /** The kinds of picture and number that benefits and harms are shown by. */
  readonly benefitMarks: readonly string[];
  readonly harmMarks: readonly string[];
  /** How many parts each picture of 100 has. */
  readonly arraySizes: readonly number[];
  readonly sentences: number;
}

/** What holds of all 72 answers. */
interface OutlookFacts {
  readonly numbers: number;
  readonly options: number;
  readonly without: number;
  readonly optionsWithoutBenefit: readonly string[];
  readonly optionsWithoutHarm: readonly string[];
  readonly unresolved: readonly string[];
  readonly numbersWithoutRange: readonly string[];
  readonly numbersWithoutGroup: readonly string[];
  readonly numbersWithoutCertainty: readonly string[];
}

export interface PageFacts extends Omit<SeenPage, 'texts'>, OutlookFacts {
  readonly languages: readonly string[];
  /** Those of the messages that are not on screen in some language, as `language: key`. */
  missing(keys: readonly string[]): string[];
}

/** Messages by key, by language. */
export type Tables = Readonly<Record<string, Readonly<Record<string, string>>>>;

export function pageFacts(seen: SeenPage, tables: Tables, core: EvidenceCore, details: EvidenceDetails): PageFacts {
  const { texts, ...rest } = seen;
  const languages = Object.keys(texts);
  const isMissing = (language: string, key: string) => !isOnScreen(tables[language]?.[key], texts[language]!);
  return {
    ...rest,
    ...outlookFacts(core, details),
    languages,
    missing: (keys) =>
      languages.flatMap((language) =>
        keys.filter((key) => isMissing(language, key)).map((key) => `${language}: ${key}`),
      ),
  };
}

/** Whether a message stands in a text, whatever its values were; white space and invisible marks aside. */
function isOnScreen(message: string | undefined, text: string): boolean {
  if (message === undefined) return false;
  const parts = plain(message).split(/\{\w+\}/);
  const escaped = parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(escaped.join('.{1,300}?'), 's').test(plain(text));
}

const plain = (text: string) => text.replaceAll(/[\u2066-\u2069\u200e\u200f]/g, '').replaceAll(/\s+/g, ' ').trim();

const ALL_INPUTS: readonly Inputs[] = INPUTS.ageGroup.flatMap((ageGroup) =>
  INPUTS.site.flatMap((site) =>
    INPUTS.phototherapy.flatMap((phototherapy) =>
      INPUTS.maintenance.map((maintenance) => ({ ageGroup, site, phototherapy, maintenance })),
    ),
  ),
);

function outlookFacts(core: EvidenceCore, details: EvidenceDetails): OutlookFacts {
  const outlooks = ALL_INPUTS.map((inputs) => answer(core, inputs));
  const offered = outlooks.flatMap((outlook) => outlook.options.map((option) => ({ option, outlook })));
  const treatmentsWhere = (holds: (option: TreatmentOption, outlook: Outlook) => boolean) =>
    offered.filter(({ option, outlook }) => holds(option, outlook)).map(({ option }) => option.treatment);
  const responses = unique(offered.flatMap(({ option }) => option.responses));
  const known = new Set(
    [details.references, details.studies, details.otherStudies].flatMap((records) => records.map(({ id }) => id)),
  );
  return {
    numbers: responses.length,
    options: new Set(treatmentsWhere(() => true)).size,
    without: core.without.length,
    optionsWithoutBenefit: treatmentsWhere((option) => !hasBenefit(option)),
    optionsWithoutHarm: treatmentsWhere((option, outlook) => !hasHarm(option, outlook)),
    unresolved: responses.flatMap(({ references }) =>
      references.length ? references.filter((id) => !known.has(id)) : ['a number without reference'],
    ),
    numbersWithoutRange: responses.filter((response) => !hasRangeOrSaysSo(response)).map(nameOf),
    numbersWithoutGroup: treatmentsWhere(({ responses, stratum }) => responses.length > 0 && stratum === null),
    numbersWithoutCertainty: treatmentsWhere(
      ({ treatment, responses, certainty }) => treatment.startsWith('tci') && responses.length > 0 && !certainty,
    ),
  };
}

const hasBenefit = ({ responses, relative, reason }: TreatmentOption) =>
  responses.length > 0 || relative.length > 0 || reason !== null;

function hasHarm({ treatment }: TreatmentOption, { adverseEvents, notes }: Outlook): boolean {
  const note = notes.find(({ code }) => code === 'no-adverse-event-data');
  const withoutData = (note?.params?.['treatments'] ?? []) as readonly string[];
  return adverseEvents.some((row) => row.treatment === treatment) || withoutData.includes(treatment);
}

/** Both limits and where they come from; or neither, and then the screen says that none was printed. */
const hasRangeOrSaysSo = ({ low, high, intervalFrom }: ResponseEstimate) =>
  (low === null) === (high === null) && (low === null) === (intervalFrom === null);

const nameOf = ({ threshold, estimate }: ResponseEstimate) => `${threshold}: ${estimate}`;

function unique(responses: readonly ResponseEstimate[]): ResponseEstimate[] {
  return [...new Map(responses.map((response) => [JSON.stringify(response), response])).values()];
}
