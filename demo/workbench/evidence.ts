import { bundledEvidence } from 'vitiligo-outlook/data';
import countsJson from 'vitiligo-outlook/data/counts.json';
import evidenceJson from 'vitiligo-outlook/data/evidence.json';
import { loadPoolMaterial, type PoolMaterial } from 'vitiligo-outlook/evidence';
import type { CountRow, CountsFile, Evidence } from 'vitiligo-outlook/schema';

/** All that the package's data folder says, as the maintainer has it. */
export const evidence = evidenceJson as unknown as Evidence;
export const countsOnDisk = countsJson as unknown as CountsFile;

/** What live pooling works on, with rows added to the literature's. */
export const materialWith = (rows: readonly CountRow[]): Promise<PoolMaterial> =>
  loadPoolMaterial(bundledEvidence, rows);
