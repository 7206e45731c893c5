import type { Method } from '../../evidence/pooling/method.js';
import type { PoolQuestion, Trial } from '../../evidence/pooling/select-trials.js';
import type { EvidenceStamp } from '../../evidence/outlook.js';
import type { PoolingKey } from '../../i18n/en.pooling.js';
import type { PoolingWords } from '../../i18n/pooling.js';
import type { NoAnswer } from '../../stats/no-answer.js';
import { thresholdName } from '../language.js';
import { stratumName } from '../option-view.js';

/** "TCI alone, children, all parts of the body: at least 75 % repigmentation" */
export function questionName({ treatment, threshold, ...stratum }: PoolQuestion, words: PoolingWords): string {
  const { language, t } = words;
  return t('question', {
    treatment: language.t(`treatment.${treatment}.clinician`),
    group: stratumName(stratum, language),
    threshold: thresholdName(threshold, language),
  });
}

/** "17 of 19 people"; patches name the people that they belong to. Whole numbers, but for drop-outs scaled in. */
export function countsText({ unit, ...counts }: Pick<Trial, 'events' | 'total' | 'people' | 'unit'>, words: PoolingWords) {
  const { events, total, people } = counts;
  const [of, on] = [Math.round(total), Math.round(people)];
  return words.t(`counts.${unit}`, { events, total: of, people: on });
}

export function noAnswerText({ reason, found, needed }: NoAnswer, { find, t }: PoolingWords): string {
  const key = `no-answer.${reason}`;
  return t(find(key) === null ? 'no-answer.other' : (key as PoolingKey), { found, needed });
}

/** A number with exactly so many digits. */
export function fixed(value: number, digits: 0 | 1 | 2 | 3, { language }: PoolingWords): string {
  return language.number(Number(value.toFixed(digits)), digits);
}

/** "REML, logit, ..." */
export function methodLine({ estimator, scale, interval, level, zeroCells }: Method, { t }: PoolingWords): string {
  return t('method.line', {
    estimator: t(`estimator.${estimator}`),
    scale: t(`scale.${scale}`),
    interval: t(`interval.${interval}`),
    level: Number((level * 100).toPrecision(6)),
    zeroCells: t(`zeroCells.${zeroCells}`),
  });
}

/** What a picture made here rests on; the version and date are text, without a thousands separator. */
export function sourceLine(method: Method, { version, date }: EvidenceStamp, words: PoolingWords): string {
  return words.t('source', { version, date, method: methodLine(method, words) });
}
