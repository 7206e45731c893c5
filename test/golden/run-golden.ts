import { checkBinomialNormal } from './check-binomial-normal.js';
import { checkDistributions } from './check-distributions.js';
import { checkEffects } from './check-effects.js';
import { checkFits } from './check-fits.js';
import { checkIntervals } from './check-intervals.js';
import { checkMetaRegression } from './check-meta-regression.js';
import { checkQProfile } from './check-q-profile.js';
import { checkRefits } from './check-refits.js';
import { checkSmallStudyEffects } from './check-small-study-effects.js';
import { checkSubgroups } from './check-subgroups.js';
import { checkTablePools } from './check-table-pools.js';
import { checkTrimAndFill } from './check-trim-and-fill.js';
import { readGoldenFiles, type GoldenFile } from './golden-file.js';
import { GoldenReport } from './report.js';

/** Each part compares what it knows of a golden file and adds it to the report. */
const CHECKS: readonly ((data: GoldenFile, report: GoldenReport) => void)[] = [
  checkBinomialNormal,
  checkDistributions,
  checkEffects,
  checkFits,
  checkIntervals,
  checkMetaRegression,
  checkQProfile,
  checkRefits,
  checkSmallStudyEffects,
  checkSubgroups,
  checkTablePools,
  checkTrimAndFill,
];

/** Compares the engine with every golden file of a folder; `failures` of the report is empty when all agree. */
export function runGolden(folder: string): { readonly name: string; readonly report: GoldenReport }[] {
  return readGoldenFiles(folder).map(({ name, data }) => {
    const report = new GoldenReport();
    for (const check of CHECKS) check(data, report);
    return { name, report };
  });
}
