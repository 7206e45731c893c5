import { bundledEvidence } from 'vitiligo-outlook/data';
import countsJson from 'vitiligo-outlook/data/counts.json';
import evidenceJson from 'vitiligo-outlook/data/evidence.json';
import { loadPoolMaterial, type PoolMaterial } from 'vitiligo-outlook/evidence';
import type { CountsFile, Evidence } from 'vitiligo-outlook/schema';
import { adverseEventsIn, countsIn, type Addition } from './check-row.js';

/** All that the package's data folder says, as the maintainer has it. */
export const evidence = evidenceJson as unknown as Evidence;
export const countsOnDisk = countsJson as unknown as CountsFile;

/** What live pooling works on, with rows added to the literature's. */
export async function materialWith(added: readonly Addition[]): Promise<PoolMaterial> {
  const material = await loadPoolMaterial(bundledEvidence, countsIn(added));
  return { ...material, adverseEvents: [...material.adverseEvents, ...adverseEventsIn(added)] };
}
