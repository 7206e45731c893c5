import * as z from 'zod/mini';
import { isoDate } from './fields.js';

/** Which evidence this is, and until when it counts as reviewed: edited by hand for each release. */
export const releaseShape = {
  schemaVersion: z.string().check(z.regex(/^\d+$/)),
  /** Year of the release and its number within the year. */
  version: z.string().check(z.regex(/^\d{4}\.\d+$/)),
  date: isoDate,
  reviewBy: isoDate,
};
export const release = z.strictObject(releaseShape);
export type Release = z.infer<typeof release>;
