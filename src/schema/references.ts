import * as z from 'zod/mini';
import { doi, isoDate, leeRef, pmcid, pmid, slug, text, url, year } from './fields.js';

/** A source that is not a study of the tables: reviews, labels, authorities, surveys. */
export const reference = z.strictObject({
  id: slug,
  authors: z.optional(text),
  title: z.optional(text),
  journal: z.optional(text),
  year: z.optional(year),
  volume: z.optional(text),
  issue: z.optional(text),
  pages: z.optional(text),
  doi: z.optional(doi),
  pmid: z.optional(pmid),
  pmcid: z.optional(pmcid),
  url: z.optional(url),
  role: z.optional(text),
  searchedTo: z.optional(isoDate),
  readUpTo: z.optional(isoDate),
  leeRef: z.optional(leeRef),
});
export type Reference = z.infer<typeof reference>;

export const referencesFile = z.strictObject({ references: z.array(reference) });
