import * as z from 'zod/mini';
import { leeRef, slug, text, year } from './fields.js';
import { AGENTS } from './vocabulary.js';

/** A row of the review's table of mechanism studies. */
export const mechanism = z.strictObject({
  id: slug,
  leeRef,
  authors: text,
  year,
  category: text,
  design: text,
  tci: z.array(z.enum(AGENTS)).check(z.minLength(1)),
  finding: text,
});
export type Mechanism = z.infer<typeof mechanism>;

export const mechanismsFile = z.strictObject({ source: text, studies: z.array(mechanism) });
