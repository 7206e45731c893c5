import type { FileName } from '../../data/compile.js';
import type { Issue, IssueCode } from '../../src/schema/index.js';
import type { Loose } from './read-files.js';

/** One thing broken in a copy of the real data, and where it must be reported. */
export interface Break {
  title: string;
  apply: (files: Record<FileName, Loose>) => void;
  /** The file, the code, and the path inside the file. */
  expected: [FileName, IssueCode, Issue['path']];
}

const byId = (records: Loose[], id: string) => {
  const found = records.findIndex((record) => record.id === id);
  if (found < 0) throw new Error(`no record ${id}`);
  return found;
};

type Change = (record: Loose, around: Loose) => void;

/** Breaks a published estimate, found by its id. */
function estimate(id: string, title: string, change: Change, code: IssueCode, ...path: Issue['path']): Break {
  return {
    title: `${id}: ${title}`,
    apply: (files) => {
      const { estimates } = files['published-estimates'];
      change(estimates[byId(estimates, id)], files);
    },
    expected: ['published-estimates', code, ['estimates', ESTIMATES.indexOf(id), ...path]],
  };
}

/** The order of the published estimates, written out: a path is a position. */
const ESTIMATES = [
  ...['mono-all', 'mono-children', 'mono-face-neck', 'mono-trunk-extremities', 'mono-hands-feet'].flatMap(threeThresholds),
  ...['photo-all', 'photo-face-neck', 'photo-trunk-extremities'].flatMap(threeThresholds),
  'nbuvb-alone-all-25',
  'maintenance-tacrolimus-depigmentation',
  'maintenance-placebo-depigmentation',
  'ae-burning-sensation',
  'ae-pruritus',
  'ae-erythema',
  'microneedling-rr-pga-75-100',
  'microneedling-rr-melanoblasts',
  'microneedling-or-adverse-events',
];

function threeThresholds(stratum: string): string[] {
  return [75, 50, 25].map((threshold) => `${stratum}-${threshold}`);
}

/** Breaks one file at a place. */
function inFile(
  file: FileName,
  title: string,
  change: Change,
  code: IssueCode,
  ...path: Issue['path']
): Break {
  return { title: `${file}: ${title}`, apply: (files) => change(files[file], files), expected: [file, code, path] };
}

/** Breaks a row of counts by its position. */
const row = (index: number, title: string, change: Change, code: IssueCode, ...path: Issue['path']) =>
  inFile('counts', `row ${index}, ${title}`, ({ repigmentation }) => change(repigmentation[index], repigmentation), code,
    'repigmentation', index, ...path);

const without = (list: Loose[], test: (item: Loose) => boolean) => list.splice(list.findIndex(test), 1);
const dropIssue = (erratum: string) => (record: Loose) =>
  void without(record.issues, (issue) => issue.erratum === erratum);

/** What the schemas find: the shape of a record. */
export const SHAPE_BREAKS: Break[] = [
  estimate('mono-all-75', 'a field is missing', (r) => delete r.studies, 'missing-field', 'studies'),
  estimate('mono-all-75', 'a number is text', (r) => (r.estimatePct = '18.1'), 'wrong-type', 'estimatePct'),
  estimate('mono-all-75', 'a field is misspelt', (r) => (r.estimatePercent = 18.1), 'unknown-key', 'estimatePercent'),
  estimate('mono-all-75', 'a share above 100', (r) => (r.ciHighPct = 231), 'too-big', 'ciHighPct'),
  estimate('mono-all-75', 'a share below 0', (r) => (r.ciLowPct = -13.2), 'too-small', 'ciLowPct'),
  estimate('mono-all-75', 'an unknown threshold', (r) => (r.threshold = '>=80'), 'not-allowed', 'threshold'),
  estimate('mono-all-75', 'an unknown site', (r) => (r.stratum.site = 'hand'), 'not-allowed', 'stratum', 'site'),
  estimate('mono-all-75', 'half a study', (r) => (r.studies = 18.5), 'not-whole', 'studies'),
  estimate('mono-all-75', 'printed nowhere', (r) => (r.printedIn = []), 'empty', 'printedIn'),
  row(0, 'events are negative', (r) => (r.events = -1), 'too-small', 'events'),
  row(0, 'events are not whole', (r) => (r.events = 16.5), 'not-whole', 'events'),
  row(0, 'nobody in all', (r) => (r.total = 0), 'too-small', 'total'),
  row(0, 'a threshold that is not used', (r) => (r.threshold = 90), 'not-allowed', 'threshold'),
  row(0, 'a unit that is not used', (r) => (r.unit = 'eyes'), 'not-allowed', 'unit'),
  row(0, 'an address that is a script', (r) => (r.url = 'javascript:alert(1)'), 'bad-format', 'url'),
  row(0, 'a year before these creams', (r) => (r.year = 1904), 'too-small', 'year'),
  inFile('errata', 'an erratum for a site that is no input', (f) => (f.cautions[5].appliesTo.site = ['face']), 'not-allowed',
    'cautions', 5, 'appliesTo', 'site', 0),
  inFile('errata', 'an input that does not exist', (f) => (f.cautions[0].appliesTo.sex = ['female']), 'unknown-key',
    'cautions', 0, 'appliesTo', 'sex'),
  inFile('errata', 'an unknown severity', (f) => (f.errata[0].severity = 'D'), 'not-allowed', 'errata', 0, 'severity'),
  inFile('studies', 'an arm without enrolled', (f) => delete f.studies[0].arms[0].enrolled, 'missing-field',
    'studies', 0, 'arms', 0, 'enrolled'),
  inFile('references', 'a DOI with its address', (f) => (f.references[0].doi = 'https://doi.org/10.1001/x'), 'bad-format',
    'references', 0, 'doi'),
  inFile('release', 'a date that does not exist', (f) => (f.date = '2026-02-30'), 'bad-format', 'date'),
  inFile('maintenance', 'a probability of 1.2', (f) => (f.comparisons[0].p = 1.2), 'too-big', 'comparisons', 0, 'p'),
  inFile('safety', 'no labels', (f) => (f.labels = []), 'empty', 'labels'),
  inFile('counts', 'the file is a list', (_, files) => (files.counts = []), 'wrong-type'),
];

/** What the invariants find: records that contradict themselves or each other. */
export const CONTRADICTIONS: Break[] = [
  // Published estimates
  estimate('mono-all-75', 'interval above the estimate', (r) => (r.ciLowPct = 18.2), 'interval-excludes-estimate', 'ciLowPct'),
  estimate('mono-all-75', 'interval below the estimate', (r) => (r.ciHighPct = 18), 'interval-excludes-estimate', 'ciHighPct'),
  estimate('mono-all-75', 'limits exchanged', (r) => ([r.ciLowPct, r.ciHighPct] = [r.ciHighPct, r.ciLowPct]),
    'interval-reversed', 'ciLowPct'),
  estimate('mono-all-75', 'one limit lost', (r) => (r.ciHighPct = null), 'half-an-interval', 'ciHighPct'),
  estimate('mono-all-75', 'limit off by ten', (r) => (r.ciLowPct = 3.2), 'interval-not-symmetric'),
  estimate('mono-all-75', 'digits exchanged', (r) => (r.estimatePct = 18.2), 'not-in-printed-text', 'estimatePct'),
  estimate('mono-all-75', 'more than at 50 %', (r) => (r.estimatePct = 38.6), 'estimates-not-monotone', 'estimatePct'),
  estimate('mono-all-75', 'lower limit above that at 50 %', (r) => (r.ciLowPct = 28.3), 'limits-not-monotone', 'ciLowPct'),
  estimate('mono-face-neck-25', 'misprint without its erratum', dropIssue('E01'), 'interval-not-symmetric'),
  estimate('mono-face-neck-50', 'limits without the erratum of the other', (_, files) =>
    dropIssue('E01')(files['published-estimates'].estimates[8]), 'limits-not-monotone', 'ciLowPct'),
  estimate('mono-face-neck-25', 'likely reading above the estimate', (r) => (r.likelyReading.ciLowPct = 73.2),
    'interval-excludes-estimate', 'likelyReading', 'ciLowPct'),
  estimate('mono-face-neck-50', 'likely reading that does not repair the order',
    (_, files) => (files['published-estimates'].estimates[8].likelyReading.ciLowPct = 42.6),
    'limits-not-monotone', 'ciLowPct'),
  estimate('mono-trunk-extremities-50', 'likely reading without an erratum', (r) => {
    r.issues = [];
    r.likelyReading = { participants: 160, basis: 'guess', confidence: 'low' };
  }, 'reading-without-erratum', 'likelyReading'),
  estimate('mono-trunk-extremities-75', 'candidate outside its range', (r) => (r.likelyReading.participantsCandidate = 185),
    'candidate-outside-range', 'likelyReading', 'participantsRange'),
  estimate('mono-trunk-extremities-75', 'more people than the row without the erratum', dropIssue('E05'),
    'participants-exceed-table-row', 'participants'),
  estimate('mono-trunk-extremities-75', 'a reference too few without the erratum', dropIssue('E04'),
    'studies-differ-from-references', 'refs'),
  estimate('mono-all-75', 'a study more than references', (r) => (r.studies = 20), 'studies-differ-from-references', 'refs'),
  estimate('mono-all-75', 'references of the row differ from print', (r) => (r.table3Row.refs[24] = 65),
    'references-differ-from-printed', 'table3Row', 'refs'),
  estimate('mono-all-75', 'a reference taken for another', (r) => (r.refs[18] = 40), 'differs-from-reference-list'),
  estimate('mono-all-75', 'participants differ from the list', (r) => (r.participants = 502), 'differs-from-reference-list'),
  estimate('mono-all-75', 'row participants differ from the list', (r) => (r.table3Row.participants = 635),
    'differs-from-reference-list', 'table3Row'),
  estimate('mono-all-75', 'a reference nobody has', (r) => (r.refs[18] = 99), 'unknown-reference', 'refs', 18),
  estimate('mono-all-75', 'months of other studies', (r) => (r.treatmentMonthsInTable2.median = 3), 'treatment-months-differ',
    'treatmentMonthsInTable2', 'median'),
  estimate('ae-burning-sensation', 'count and per cent disagree', (r) => (r.count = 27), 'percent-differs-from-counts', 'estimatePct'),
  estimate('maintenance-tacrolimus-depigmentation', 'likely count and per cent disagree', (r) => (r.likelyReading.count = 4),
    'percent-differs-from-counts', 'likelyReading', 'count'),
  estimate('microneedling-rr-pga-75-100', 'ratio outside its limits', (r) => (r.ratio.ciLow = 1.98),
    'interval-excludes-estimate', 'ratio', 'ciLow'),
  estimate('mono-all-50', 'an id used twice', (r) => (r.id = 'mono-all-75'), 'duplicate-id'),
  estimate('mono-all-50', 'a threshold used twice', (r) => (r.threshold = '>=75'), 'duplicate-row', 'threshold'),
  // Errata
  estimate('mono-all-75', 'an erratum that does not exist', (r) => (r.issues[0].erratum = 'E99'), 'unknown-erratum',
    'issues', 0, 'erratum'),
  estimate('mono-all-75', 'an erratum about other records', (r) => (r.issues[0].erratum = 'E12'),
    'erratum-does-not-affect-record', 'issues', 0, 'erratum'),
  estimate('mono-all-75', 'graver than its erratum', (r) => (r.issues[0].severity = 'A'), 'severity-above-erratum',
    'issues', 0, 'severity'),
  estimate('photo-all-25', 'called consistent in spite of a misprint', (r) => (r.consistent = true), 'consistent-flag-wrong',
    'consistent'),
  inFile('errata', 'affects a record that does not exist', (f) => f.errata[0].affects.push('mono-elbow-25'), 'unknown-record',
    'errata', 0, 'affects', 1),
  inFile('errata', 'a misprint its record does not name', (f) => f.errata[0].affects.push('mono-all-25'),
    'erratum-not-named-by-record', 'errata', 0, 'affects', 1),
  inFile('maintenance', 'an erratum that does not exist', (f) => (f.errata[1] = 'E83'), 'unknown-erratum', 'errata', 1),
  inFile('errata', 'a figure that its texts do not have', (f) => (f.errata[0].figures.likelyLow = 62.5),
    'figure-not-in-record', 'errata', 0, 'figures', 'likelyLow'),
  // Counts
  row(0, 'more events than people', (r) => (r.events = 20), 'events-exceed-total', 'events'),
  row(0, 'patients that are not people', (r) => (r.people = 18), 'people-differ-from-patients', 'people'),
  row(21, 'more people than lesions', (r) => (r.people = 15), 'people-exceed-lesions', 'people'),
  row(0, 'not pooled without a reason', (r) => (r.pool = false), 'reason-missing', 'notPooledBecause'),
  row(0, 'pooled with a reason not to', (r) => (r.notPooledBecause = 'too small'), 'reason-without-exclusion', 'notPooledBecause'),
  row(0, 'pooled at a site of its own', (r) => (r.site = 'elbows'), 'unknown-site', 'site'),
  row(0, 'cream alone with light', (r) => (r.phototherapy = 'nbuvb'), 'light-without-phototherapy', 'phototherapy'),
  row(46, 'light without its kind', (r) => (r.phototherapy = null), 'light-missing', 'phototherapy'),
  row(35, 'infants among adults', (r) => (r.population = 'adults'), 'infants-not-children', 'population'),
  row(0, 'a full text without page', (r) => (r.sourceLevel = 'full-text'), 'place-missing', 'place'),
  row(3, 'more events than at the lower threshold', (r) => (r.events = 20), 'events-not-monotone', 'events'),
  row(1, 'a row pasted twice', (r, rows) => Object.assign(r, rows[0]), 'duplicate-row'),
  row(0, 'a study nobody has', (r) => (r.study = 'grimes-2014'), 'unknown-study', 'study'),
  row(0, 'another year than the study', (r) => (r.year = 2014), 'differs-from-study', 'year'),
  row(0, 'another design than the study', (r) => (r.design = ['PD', 'RCT']), 'differs-from-study', 'design'),
  row(33, 'another year than the later study', (r) => (r.year = 2020), 'differs-from-study', 'year'),
  inFile('counts', 'a row without any source', (f) => {
    const other = f.otherStudies.find((study: Loose) => study.id === 'boone-2007');
    delete other.citation.doi;
    delete other.citation.pmid;
  }, 'source-missing', 'repigmentation', 54, 'url'),
  inFile('counts', 'side effects of more than all', (f) => (f.adverseEvents[0].events = 21), 'events-exceed-total',
    'adverseEvents', 0, 'events'),
  inFile('counts', 'a side effect pooled by lesion', (f) => Object.assign(f.adverseEvents[0], { pool: true, notPooledBecause: null }),
    'lesions-without-people', 'adverseEvents', 0, 'unit'),
  inFile('counts', 'a side effect pasted twice', (f) => f.adverseEvents.push({ ...f.adverseEvents[0] }), 'duplicate-row',
    'adverseEvents', 24),
  inFile('counts', 'a candidate with more than all', (f) => (f.candidates[0].events = 404), 'events-exceed-total',
    'candidates', 0, 'events'),
  inFile('counts', 'a study of the review among the others', (f) => (f.otherStudies[0].id = 'lepe-2003'), 'duplicate-id',
    'otherStudies', 0),
  // Studies and lists
  inFile('studies', 'more completed than enrolled', (f) => (f.studies[0].arms[0].completed = 24), 'completed-exceed-enrolled',
    'studies', 0, 'arms', 0, 'completed'),
  inFile('studies', 'cited in a list that does not name it', (f) => f.studies[0].citedIn.push('safety'), 'cited-in-differs',
    'studies', 0, 'citedIn'),
  inFile('studies', 'cited in a list that does not exist', (f) => f.studies[0].citedIn.push('mono>=90'), 'unknown-reference-list',
    'studies', 0, 'citedIn', 4),
  inFile('studies', 'a list that differs from print', (f) => (f.referenceLists.safety.printed = '7,8,22,25-27,29,34,35,39,46,49'),
    'references-differ-from-printed', 'referenceLists', 'safety', 'refs'),
  inFile('studies', 'a list with a study too many', (f) => (f.referenceLists.safety.printedStudies = 13),
    'studies-differ-from-references', 'referenceLists', 'safety', 'refs'),
  inFile('studies', 'a study after the release', (f) => (f.studies[0].year = 2027), 'year-after-release', 'studies', 0, 'year'),
  // Maintenance, comparisons, safety, references, release
  inFile('maintenance', 'more events than lesions', (f) => (f.arms[0].events = 42), 'events-exceed-total', 'arms', 0, 'events'),
  inFile('maintenance', 'more people than lesions', (f) => (f.arms[0].people = 42), 'people-exceed-lesions', 'arms', 0, 'people'),
  inFile('maintenance', 'counts that do not give the printed share', (f) => (f.arms[0].events = 12),
    'percent-differs-from-counts', 'arms', 0, 'printedPct'),
  inFile('maintenance', 'one analysis without placebo', (f) => f.arms.splice(3, 1), 'arm-missing', 'arms'),
  inFile('maintenance', 'odds ratio outside its limits', (f) => (f.comparisons[1].low = 2.65), 'interval-excludes-estimate',
    'comparisons', 1, 'low'),
  inFile('maintenance', 'another share than the review', (f) => (f.asPrintedInTheReview.tacrolimusPct = 7.9),
    'differs-from-published', 'asPrintedInTheReview', 'tacrolimusPct'),
  inFile('comparisons', 'another ratio than the abstract', (f) => (f.comparisons[0].estimate = 1.79), 'differs-from-published',
    'comparisons', 0),
  inFile('comparisons', 'a ratio outside its limits', (f) => (f.otherReviews[1].high = 1.3), 'interval-excludes-estimate',
    'otherReviews', 1, 'high'),
  inFile('comparisons', 'light alone differs from the review', (f) => (f.phototherapyAlone.rows[0].pct = 61.2),
    'differs-from-published', 'phototherapyAlone', 'rows', 0, 'pct'),
  inFile('comparisons', 'light alone rises with the threshold', (f) => (f.phototherapyAlone.rows[4].pct = 75),
    'estimates-not-monotone', 'phototherapyAlone', 'rows', 4, 'pct'),
  inFile('comparisons', 'light alone twice at one time', (f) => (f.phototherapyAlone.rows[2].months = 6), 'duplicate-row',
    'phototherapyAlone', 'rows', 2),
  inFile('comparisons', 'a comparator without any figure', (f) => delete f.comparatorContext.rows[3].pct,
    'counts-or-percent-missing', 'comparatorContext', 'rows', 3),
  inFile('comparisons', 'a comparator that was not counted', (f) => (f.comparatorContext.rows[0].events = 2),
    'differs-from-counts', 'comparatorContext', 'rows', 0),
  inFile('comparisons', 'a reference nobody has', (f) => (f.comparisons[0].reference = 'maaddawi-2032'), 'unknown-reference',
    'comparisons', 0, 'reference'),
  inFile('safety', 'other counts than the review', (f) => (f.pooledReview.events.burning = 28), 'differs-from-published',
    'pooledReview', 'events', 'burning'),
  inFile('safety', 'a reference nobody has', (f) => (f.labels[0].ultraviolet.reference = 'label-unknown'), 'unknown-reference',
    'labels', 0, 'ultraviolet', 'reference'),
  inFile('references', 'a reference that cannot be found', (f) => delete f.references[1].journal, 'source-missing',
    'references', 1),
  inFile('release', 'reviewed before it appears', (f) => (f.reviewBy = '2026-11-22'), 'review-before-release', 'reviewBy'),
  inFile('release', 'a version of another year', (f) => (f.version = '2025.1'), 'version-year-differs', 'version'),
  inFile('references', 'a label read after the release', (f) => (f.references[7].readUpTo = '2027-03-15'), 'date-after-release',
    'references', 7, 'readUpTo'),
];
