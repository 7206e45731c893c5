import * as z from 'zod/mini';
import { doi, pmid, text, year } from './fields.js';

/** A study's own citation; what was not seen stays missing. */
export const citation = z.strictObject({
  authors: z.optional(text),
  year: z.optional(year),
  title: z.optional(text),
  journal: z.optional(text),
  volume: z.optional(text),
  issue: z.optional(text),
  pages: z.optional(text),
  doi: z.optional(doi),
  pmid: z.optional(pmid),
});
export type Citation = z.infer<typeof citation>;
