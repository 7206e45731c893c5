import { enDetails } from '../../src/i18n/en.details.js';
import { enFurther } from '../../src/i18n/en.further.js';
import { en } from '../../src/i18n/en.js';
import { enSupport } from '../../src/i18n/en.support.js';

/** The tables of words that the patient view takes from, by the name of their file. */
const TABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'en.ts': en,
  'en.further.ts': enFurther,
  'en.details.ts': enDetails,
  'en.support.ts': enSupport,
};

/** What the clinician view alone shows: intervals, heterogeneity, odds, names of treatments in its own terms. */
const CLINICIAN = /\.clinician$|^pooled\.|^interval\.exact|^p(?:\.|$)|^maintenance\.(?:odds|p|adjusted)$/;

/** Every message that a patient can come to read, by table. */
export function patientText(): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(TABLES).map(([file, table]) => [
      file,
      Object.entries(table).flatMap(([key, text]) => (CLINICIAN.test(key) ? [] : text)),
    ]),
  );
}
