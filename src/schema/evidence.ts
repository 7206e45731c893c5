import * as z from 'zod/mini';
import { certainty } from './certainty.js';
import { comparisons } from './comparisons.js';
import { adverseEventRow, candidate, countRow, otherStudy } from './counts.js';
import { caution, erratum, notPublished } from './errata.js';
import { maintenance } from './maintenance.js';
import { mechanism } from './mechanisms.js';
import { publishedEstimate } from './published-estimates.js';
import { reference } from './references.js';
import { releaseShape } from './release.js';
import { safety } from './safety.js';
import { designTokens, referenceLists, study } from './studies.js';

/** All records of data/ in one object: what data/evidence.json holds. */
export const evidence = z.strictObject({
  ...releaseShape,
  /** SHA-256 of the canonical JSON (keys sorted, no white space) of everything else here. */
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  estimates: z.array(publishedEstimate),
  errata: z.array(erratum),
  notPublished: z.array(notPublished),
  cautions: z.array(caution),
  studies: z.array(study),
  referenceLists,
  designTokens,
  repigmentation: z.array(countRow),
  adverseEvents: z.array(adverseEventRow),
  otherStudies: z.array(otherStudy),
  candidates: z.array(candidate),
  mechanisms: z.array(mechanism),
  maintenance,
  comparisons,
  safety,
  certainty,
  references: z.array(reference),
});
export type Evidence = z.infer<typeof evidence>;
/** The records and the release, before the hash is known. */
export type EvidenceRecords = Omit<Evidence, 'hash'>;
