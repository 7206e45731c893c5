import * as z from 'zod/mini';
import { slug, text } from './fields.js';

export const CERTAINTIES = ['very low', 'very low to low', 'low', 'moderate', 'high', 'no evidence of a rate'] as const;

const outcome = z.strictObject({
  id: slug,
  outcome: text,
  riskOfBias: z.optional(text),
  inconsistency: z.optional(text),
  indirectness: z.optional(text),
  imprecision: z.optional(text),
  other: z.optional(text),
  certainty: z.enum(CERTAINTIES),
});
export type CertaintyOutcome = z.infer<typeof outcome>;

/** The project's own draft assessment with GRADE's domains; not made or reviewed by a panel. */
export const certainty = z.strictObject({ about: text, outcomes: z.array(outcome) });
export type Certainty = z.infer<typeof certainty>;
