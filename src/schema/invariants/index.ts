import type { EvidenceRecords } from '../evidence.js';
import type { Issue } from '../issue.js';
import * as agreement from './agreement.js';
import * as counts from './counts.js';
import * as denominators from './denominators.js';
import * as errata from './errata.js';
import * as figures from './figures.js';
import * as ids from './ids.js';
import * as intervals from './intervals.js';
import * as links from './links.js';
import * as printed from './printed.js';
import * as sources from './sources.js';
import * as thresholds from './thresholds.js';
import * as trials from './trials.js';
import type { Checker } from './checker.js';

/** Every invariant of the evidence by name. */
export const CHECKERS: Readonly<Record<string, Checker>> = {
  uniqueIds: ids.uniqueIds,
  uniqueOtherStudies: ids.uniqueOtherStudies,
  uniqueAdverseEventRows: ids.uniqueAdverseEventRows,
  uniquePhototherapyRows: ids.uniquePhototherapyRows,
  leeRefsResolve: links.leeRefsResolve,
  referenceIdsResolve: links.referenceIdsResolve,
  studyIdsResolve: links.studyIdsResolve,
  citedInAgrees: links.citedInAgrees,
  recordsNameErrata: errata.recordsNameErrata,
  errataNameRecords: errata.errataNameRecords,
  consistentFlagAgrees: errata.consistentFlagAgrees,
  maintenanceErrataResolve: errata.maintenanceErrataResolve,
  figuresStandInRecords: figures.figuresStandInRecords,
  estimatesWithinIntervals: intervals.estimatesWithinIntervals,
  ratiosWithinIntervals: intervals.ratiosWithinIntervals,
  pooledIntervalsSymmetric: intervals.pooledIntervalsSymmetric,
  likelyReadingsFounded: intervals.likelyReadingsFounded,
  publishedThresholdsMonotone: thresholds.publishedThresholdsMonotone,
  publishedLimitsMonotone: thresholds.publishedLimitsMonotone,
  phototherapyThresholdsMonotone: thresholds.phototherapyThresholdsMonotone,
  participantsWithinRow: denominators.participantsWithinRow,
  referencesMatchStudies: denominators.referencesMatchStudies,
  referencesMatchPrintedLists: denominators.referencesMatchPrintedLists,
  estimatesMatchReferenceLists: denominators.estimatesMatchReferenceLists,
  referenceListsComplete: denominators.referenceListsComplete,
  numbersStandInPrintedText: printed.numbersStandInPrintedText,
  percentagesMatchCounts: printed.percentagesMatchCounts,
  treatmentMonthsReproduce: printed.treatmentMonthsReproduce,
  countRowsHold: counts.countRowsHold,
  countRowsAgree: counts.countRowsAgree,
  adverseEventRowsHold: counts.adverseEventRowsHold,
  candidatesHold: counts.candidatesHold,
  rowsMatchStudies: counts.rowsMatchStudies,
  comparatorContextHolds: counts.comparatorContextHolds,
  rowsHaveSources: sources.rowsHaveSources,
  referencesHaveSources: sources.referencesHaveSources,
  yearsNotAfterRelease: sources.yearsNotAfterRelease,
  datesInOrder: sources.datesInOrder,
  completedWithinEnrolled: trials.completedWithinEnrolled,
  maintenanceArmsHold: trials.maintenanceArmsHold,
  maintenanceAnalysesComplete: trials.maintenanceAnalysesComplete,
  safetyMatchesPublished: agreement.safetyMatchesPublished,
  ratiosMatchPublished: agreement.ratiosMatchPublished,
  phototherapyMatchesPublished: agreement.phototherapyMatchesPublished,
  maintenanceMatchesPublished: agreement.maintenanceMatchesPublished,
};

/** All that is wrong with evidence whose shape is right. */
export function checkEvidence(evidence: EvidenceRecords): Issue[] {
  return Object.values(CHECKERS).flatMap((check) => check(evidence));
}
