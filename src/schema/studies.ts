import * as z from 'zod/mini';
import { citation } from './citation.js';
import { count, leeRef, months, positiveCount, slug, text, year } from './fields.js';
import {
  AGENTS,
  ARM_LIGHTS,
  ARM_ROLES,
  ASSESSMENTS,
  DESIGN_TOKENS,
  REFERENCE_LIST_KINDS,
  STUDY_POPULATIONS,
  SUBTYPES,
} from './vocabulary.js';

const arm = z.strictObject({
  intervention: text,
  role: z.enum(ARM_ROLES),
  tci: z.nullable(z.enum(AGENTS)),
  strength: z.nullable(text),
  frequency: z.nullable(text),
  phototherapy: z.enum(ARM_LIGHTS),
  phototherapyFrequency: z.nullable(text),
  frequencyPerWeek: z.nullable(positiveCount),
  otherAgent: z.nullable(text),
  enrolled: positiveCount,
  completed: count,
});
export type StudyArm = z.infer<typeof arm>;

/** A row of the review's table of studies. `leeRef` is the review's reference number. */
export const study = z.strictObject({
  id: slug,
  leeRef,
  authors: text,
  year,
  country: text,
  design: z.array(z.enum(DESIGN_TOKENS)).check(z.minLength(1)),
  population: z.enum(STUDY_POPULATIONS),
  subtype: z.array(z.enum(SUBTYPES)).check(z.minLength(1)),
  assessment: z.array(z.enum(ASSESSMENTS)).check(z.minLength(1)),
  durationMonths: months,
  countsScope: text,
  arms: z.array(arm).check(z.minLength(1)),
  note: z.nullable(text),
  /** Keys of the reference lists that name the study. */
  citedIn: z.array(text),
  citation,
});
export type Study = z.infer<typeof study>;

/** A list of reference numbers as the review prints it. */
export const referenceList = z.strictObject({
  label: text,
  kind: z.enum(REFERENCE_LIST_KINDS),
  printed: text,
  refs: z.array(leeRef).check(z.minLength(1)),
  printedStudies: positiveCount,
  printedParticipants: z.nullable(positiveCount),
  place: text,
  page: positiveCount,
});
export type ReferenceList = z.infer<typeof referenceList>;

export const referenceLists = z.record(z.string(), referenceList);
export const designTokens = z.record(z.string(), text);

export const studiesFile = z.strictObject({ about: text, designTokens, referenceLists, studies: z.array(study) });
