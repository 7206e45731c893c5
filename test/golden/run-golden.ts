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

type Check = (data: GoldenFile, report: GoldenReport) => void;

/** What stands beside the data sets. */
const CHECKS_OF_THE_FILE: readonly Check[] = [checkDistributions, checkIntervals];

/** Each compares what it knows of the data sets and adds it to the report. */
const CHECKS_OF_DATA_SETS: readonly Check[] = [
  checkBinomialNormal,
  checkEffects,
  checkFits,
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
    const run = (check: Check, at: string, part: GoldenFile): void => {
      try {
        check(part, report);
      } catch (error) {
        report.fail(check.name, `${at}: ${String(error)}`);
      }
    };
    for (const check of CHECKS_OF_THE_FILE) run(check, name, data);
    for (const check of CHECKS_OF_DATA_SETS) {
      // One at a time, so that a data set which cannot be read at all does not hide the others.
      for (const dataset of data.datasets ?? []) run(check, dataset.id, { ...data, datasets: [dataset] });
    }
    return { name, report };
  });
}
