import * as z from 'zod/mini';

/** Building blocks of the schemas: one place for what an id, a percentage or an address looks like. */

/** Text that is not empty; bounded, because a host's own rows come through here too. */
export const text = z.string().check(z.minLength(1), z.maxLength(4000));
/** Lower-case words joined by hyphens, as the record ids are. */
export const slug = z.string().check(z.regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/), z.maxLength(100));
export const erratumId = z.string().check(z.regex(/^E\d{2}$/));
/** http or https only: addresses become links. */
export const url = z.string().check(z.regex(/^https?:\/\/[^\s/]+\S*$/), z.maxLength(1000));
export const doi = z.string().check(z.regex(/^10\.\d{4,9}\/\S+$/), z.maxLength(200));
export const pmid = z.string().check(z.regex(/^\d{1,8}$/));
export const pmcid = z.string().check(z.regex(/^PMC\d+$/));
export const isoDate = z.iso.date();

/** Events, totals, people: whole and not negative; no trial of a cream is larger than a million. */
export const count = z.int().check(z.gte(0), z.lte(1_000_000));
export const positiveCount = z.int().check(z.gte(1), z.lte(1_000_000));
/** 0 to 100. */
export const percent = z.number().check(z.gte(0), z.lte(100));
export const probability = z.number().check(z.gte(0), z.lte(1));
export const ratio = z.number().check(z.gt(0));
export const months = z.number().check(z.gt(0), z.lte(120));
/** The first reports of a topical calcineurin inhibitor are younger than 1990. */
export const year = z.int().check(z.gte(1990), z.lte(2100));
/** Number of a reference in the review's list. */
export const leeRef = z.int().check(z.gte(1), z.lte(200));
