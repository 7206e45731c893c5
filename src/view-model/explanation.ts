import type { Caution, Erratum } from '../evidence/records.js';
import type { Details } from '../i18n/details.js';
import type { ErrataWords } from '../i18n/errata.js';
import type { FurtherWords } from '../i18n/further.js';
import type { MessageTable } from '../i18n/message-table.js';
import { placeholders } from '../i18n/translate.js';

export interface ErratumView {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** What is printed, why it is in doubt and how it is shown; `null` where its words or the record lack it. */
export function erratumView({ id, figures }: Pick<Erratum, 'id' | 'figures'>, errata: ErrataWords): ErratumView | null {
  const title = say(`erratum.${id}.title`, figures, errata);
  const text = say(`erratum.${id}`, figures, errata);
  return title === null || text === null ? null : { id, title, text };
}

/** The sentences of notes: of the answer itself first, then what nobody pooled and what to be careful with. */
export function noteTexts(
  codes: readonly string[],
  records: readonly Pick<Caution, 'id' | 'figures'>[],
  further: FurtherWords,
  details: Details,
): string[] {
  const ofRecords = records.filter(({ id }) => codes.includes(id)).map((record) => noteText(record, details));
  return [...codes.map((code) => further.find(`note.${code}`)), ...ofRecords].filter((text) => text !== null);
}

/** What nobody pooled or what to be careful with; `null` where the first screen says it already. */
export function noteText({ id, figures }: Pick<Caution, 'id' | 'figures'>, details: Details): string | null {
  return say(`note.${id}`, figures, details);
}

/** A host's own evidence may lack figures: then nothing is said rather than a sentence with a hole. */
function say<Key extends string>(
  key: string,
  figures: Erratum['figures'] = {},
  words: MessageTable<Key>,
): string | null {
  const message = words.find(key);
  const isComplete = message !== null && placeholders(message).every((name) => Object.hasOwn(figures, name));
  return isComplete ? words.t(key as Key, figures) : null;
}

/** How these creams may act; the one finding that studies contradict takes its names from the erratum that says so. */
export function mechanismTexts(errata: readonly Pick<Erratum, 'id' | 'figures'>[], details: Details): string[] {
  const figures = errata.find(({ id }) => id === 'E35')?.figures;
  return ['immune', 'pigment', 'oxidative'].flatMap((topic) => say(`mechanism.${topic}`, figures, details) ?? []);
}
