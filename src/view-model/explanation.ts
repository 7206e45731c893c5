import type { Caution, Erratum } from '../evidence/records.js';
import type { Details } from '../i18n/details.js';
import type { DetailKey } from '../i18n/en.details.js';
import { placeholders } from '../i18n/translate.js';

export interface ErratumView {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** What is printed, why it is in doubt and how it is shown; `null` where this language or the record lacks it. */
export function erratumView({ id, figures }: Pick<Erratum, 'id' | 'figures'>, details: Details): ErratumView | null {
  const title = say(`erratum.${id}.title`, figures, details);
  const text = say(`erratum.${id}`, figures, details);
  return title === null || text === null ? null : { id, title, text };
}

/** What nobody pooled or what to be careful with; `null` where the first screen says it already. */
export function noteText({ id, figures }: Pick<Caution, 'id' | 'figures'>, details: Details): string | null {
  return say(`note.${id}`, figures, details);
}

/** A host's own evidence may lack figures: then nothing is said rather than a sentence with a hole. */
function say(key: string, figures: Erratum['figures'] = {}, details: Details): string | null {
  const message = details.find(key);
  const isComplete = message !== null && placeholders(message).every((name) => Object.hasOwn(figures, name));
  return isComplete ? details.t(key as DetailKey, figures) : null;
}

/** How these creams may act; the one finding that studies contradict takes its names from the erratum that says so. */
export function mechanismTexts(errata: readonly Pick<Erratum, 'id' | 'figures'>[], details: Details): string[] {
  const figures = errata.find(({ id }) => id === 'E35')?.figures;
  return ['immune', 'pigment', 'oxidative'].flatMap((topic) => say(`mechanism.${topic}`, figures, details) ?? []);
}
