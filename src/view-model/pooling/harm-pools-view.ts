import type { AdverseEventRow } from '../../evidence/records.js';
import { missingHarms, type HarmPool } from '../../evidence/pooling/harms.js';
import type { PoolMaterial } from '../../evidence/pooling/material.js';
import type { PoolingWords } from '../../i18n/pooling.js';
import { axisOf100, type Tick } from './axis.js';
import { intervalRow, type IntervalRow } from './interval-row.js';
import { countsText } from './pool-words.js';
import { leftOutText, type SelectionRowView } from './selection-view.js';
import { studyLink, studyName } from './study-name.js';

/** Side effects pooled from counts of people, by treatment and kind. */
export interface HarmPoolsView {
  readonly title: string;
  readonly description: string;
  readonly columns: Readonly<Record<'event' | 'estimate', string>>;
  readonly axis: readonly Tick[];
  /** Those that some study counts, pooled or only shown. */
  readonly groups: readonly HarmGroupView[];
  /** Kinds without a count by person, a sentence for each treatment. */
  readonly missing: readonly string[];
  readonly caution: string;
}

export interface HarmGroupView {
  readonly event: HarmPool['event'];
  readonly treatment: HarmPool['treatment'];
  readonly title: string;
  readonly row: IntervalRow | null;
  readonly isPool: boolean;
  readonly included: readonly SelectionRowView[];
  readonly leftOut: readonly SelectionRowView[];
}

export function harmPoolsView(
  pools: readonly HarmPool[],
  material: Pick<PoolMaterial, 'details'>,
  words: PoolingWords,
): HarmPoolsView {
  const known = pools.filter(({ trials, leftOut }) => trials.length + leftOut.length > 0);
  const { t } = words;
  return {
    title: t('harm.pools.title'),
    description: t('harm.pools.description'),
    columns: { event: t('column.event'), estimate: t('column.estimate') },
    axis: axisOf100(words),
    groups: known.map((pool) => groupView(pool, material, words)),
    missing: missingTexts(pools, words),
    caution: t('harm.meaning'),
  };
}

function groupView(pool: HarmPool, material: Pick<PoolMaterial, 'details'>, words: PoolingWords): HarmGroupView {
  const { t, language } = words;
  const { event, treatment, result, trials, leftOut } = pool;
  const studies = language.plural('studies', trials.length);
  const label = result?.kind === 'single-study' ? t('forest.single') : t('forest.pooled', { studies });
  return {
    event,
    treatment,
    title: t('harm.title', { event: t(`harm.${event}`), treatment: language.t(`treatment.${treatment}.clinician`) }),
    row: result && result.kind !== 'no-answer' ? intervalRow(label, result, words) : null,
    isPool: result?.kind === 'pooled',
    included: trials.map(({ row, events, total }) => rowView({ ...row, events, total }, null, material, words)),
    leftOut: leftOut.map(({ row, reason }) => rowView(row, leftOutText(row, reason, words), material, words)),
  };
}

function rowView(
  row: AdverseEventRow,
  reason: string | null,
  { details }: Pick<PoolMaterial, 'details'>,
  words: PoolingWords,
): SelectionRowView {
  const { study, arm, total, sourceLevel, url } = row;
  const { t } = words;
  return {
    study,
    label: studyName(study, details),
    arm,
    // The people behind counts of lesions are not recorded for side effects.
    counts: row.unit === 'patients' ? countsText({ ...row, people: total }, words) : t('counts.patches', { events: row.events, total }),
    reason,
    source: t(`read.${sourceLevel}`),
    link: studyLink(study, details, url),
  };
}

function missingTexts(pools: readonly HarmPool[], { t, language }: PoolingWords): string[] {
  const missing = missingHarms(pools);
  const treatments = [...new Set(missing.map(({ treatment }) => treatment))];
  return treatments.map((treatment) => {
    const events = missing.filter((pool) => pool.treatment === treatment).map(({ event }) => t(`harm.${event}`));
    return t('harm.none', {
      treatment: language.t(`treatment.${treatment}.clinician`),
      events: language.list(events),
    });
  });
}
