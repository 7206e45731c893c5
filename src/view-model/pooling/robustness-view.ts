import type { PoolQuestion } from '../../evidence/pooling/select-trials.js';
import { SIX_MONTHS } from '../../evidence/pooling/sensitivity-sets.js';
import type { RobustnessPoint } from '../../evidence/pooling/robustness.js';
import type { PoolingKey } from '../../i18n/en.pooling.js';
import type { PoolingWords } from '../../i18n/pooling.js';
import { axisOf100, type Tick } from './axis.js';
import { of100 } from '../of-100.js';
import { questionName } from './pool-words.js';
import { MARGIN } from './steps-view.js';

/** Counts the points of a robustness grid as they come, so that a strip can fill while it is computed. */
export interface RobustnessTally {
  add(point: RobustnessPoint): void;
  readonly done: number;
  /** How many points have each number of 100; 101 entries. */
  readonly bins: readonly number[];
  readonly unanswered: ReadonlyMap<string, number>;
  /** Lowest and highest number of 100 by set, estimator, scale, interval and zero-cell rule. */
  readonly ranges: ReadonlyMap<string, { low: number; high: number; count: number }>;
}

/** The choices whose ranges are told apart, each under the key of its name in words. */
const CHOICES = ['set', 'estimator', 'scale', 'zeroCells'] as const;

/** Of ranges by choice, one for each kind. */
export const TABLES = CHOICES.length;

export function createTally(): RobustnessTally {
  const bins = new Array<number>(101).fill(0);
  const unanswered = new Map<string, number>();
  const ranges = new Map<string, { low: number; high: number; count: number }>();
  let done = 0;
  return {
    bins,
    unanswered,
    ranges,
    get done() {
      return done;
    },
    add({ answer, set, method }) {
      done += 1;
      if (typeof answer === 'string') {
        unanswered.set(answer, (unanswered.get(answer) ?? 0) + 1);
        return;
      }
      const number = of100(answer.estimate);
      bins[number]! += 1;
      for (const choice of CHOICES) widen(ranges, `${choice}.${choice === 'set' ? set : method[choice]}`, number);
    },
  };
}

function widen(ranges: Map<string, { low: number; high: number; count: number }>, key: string, number: number) {
  const range = ranges.get(key);
  if (!range) {
    ranges.set(key, { low: number, high: number, count: 1 });
    return;
  }
  range.low = Math.min(range.low, number);
  range.high = Math.max(range.high, number);
  range.count += 1;
}

/** The strip: every number of 100 that some combination gives, and how far from the default. */
export interface RobustnessView {
  readonly title: string;
  readonly description: string;
  /** Numbers of 100 that occur, ascending, with how many combinations have them. */
  readonly bins: readonly RobustnessBinView[];
  readonly default: number | null;
  readonly axis: readonly Tick[];
  readonly columns: Readonly<Record<'choice' | 'range' | 'combinations', string>>;
  /** What opens the table of the bins. */
  readonly tableLabel: string;
  /** How far the filling is; `null` when it is done. */
  readonly progress: string | null;
  readonly legend: string | null;
  readonly share: string;
  readonly range: string | null;
  readonly unanswered: readonly string[];
  /** Choices of one kind together. */
  readonly groups: readonly { readonly title: string; readonly choices: readonly RobustnessChoiceView[] }[];
  readonly done: number;
  readonly total: number;
}

export interface RobustnessBinView {
  readonly of100: number;
  readonly count: number;
  readonly differs: boolean;
  readonly label: string;
  readonly countText: string;
}

/** What one choice leads to, whatever the others are. */
export interface RobustnessChoiceView {
  readonly kind: (typeof CHOICES)[number];
  readonly label: string;
  /** Numbers of 100. */
  readonly low: number;
  readonly high: number;
  readonly count: number;
  readonly text: string;
  readonly countText: string;
}

/** What was asked, how many points there will be, and the default estimate (0..1). */
export interface RobustnessContext {
  readonly question: PoolQuestion;
  readonly total: number;
  readonly estimate: number | null;
}

export function robustnessView(
  tally: RobustnessTally,
  { question, total, estimate }: RobustnessContext,
  words: PoolingWords,
): RobustnessView {
  const { t, language } = words;
  const { number } = language;
  const reference = estimate === null ? null : of100(estimate);
  const differs = (of100: number) => reference !== null && Math.abs(of100 - reference) > MARGIN;
  const bins = tally.bins.flatMap((count, of100): RobustnessBinView[] =>
    count ? [{ of100, count, differs: differs(of100), label: number(of100), countText: number(count) }] : [],
  );
  return {
    title: t('robustness.title', { question: questionName(question, words) }),
    description: t('robustness.description'),
    bins,
    default: reference,
    axis: axisOf100(words),
    columns: { choice: t('column.choice'), range: t('column.range'), combinations: t('column.combinations') },
    tableLabel: t('picture.table'),
    progress: tally.done < total ? t('robustness.progress', { done: tally.done, total }) : null,
    legend: reference === null ? null : t('robustness.legend', { margin: MARGIN, default: reference }),
    share: share(bins, reference, words),
    range: range(bins, words),
    unanswered: [...tally.unanswered].map(([reason, count]) => unansweredText(reason, count, words)),
    groups: CHOICES.map((kind) => ({
      title: t(kind === 'set' ? 'robustness.set' : `method.${kind}`),
      choices: choiceViews(kind, tally, words),
    })),
    done: tally.done,
    total,
  };
}

function choiceViews(kind: RobustnessChoiceView['kind'], { ranges }: RobustnessTally, { t, language }: PoolingWords) {
  const ofKind = [...ranges].filter(([key]) => key.startsWith(`${kind}.`));
  return ofKind.map(([key, range]): RobustnessChoiceView => {
    const { low, high, count } = range;
    return {
      kind,
      label: t(key as PoolingKey, { months: SIX_MONTHS }),
      ...range,
      text: t('robustness.between', { low, high }),
      countText: language.number(count),
    };
  });
}

type Bins = RobustnessView['bins'];

const sum = (bins: Bins) => bins.reduce((total, { count }) => total + count, 0);

function share(bins: Bins, reference: number | null, { t }: PoolingWords): string {
  if (reference === null) return t('robustness.no-default');
  const differing = sum(bins.filter((bin) => bin.differs));
  return t('robustness.share', { differing, answered: sum(bins), margin: MARGIN, default: reference });
}

function range(bins: Bins, { t }: PoolingWords): string | null {
  if (!bins.length) return null;
  return t('robustness.range', {
    low: bins[0]!.of100,
    high: bins.at(-1)!.of100,
    quarter: quantile(bins, 0.25),
    threeQuarters: quantile(bins, 0.75),
  });
}

/** The smallest number of 100 that at least this share of the combinations does not exceed. */
function quantile(bins: Bins, part: number): number {
  let left = part * sum(bins);
  return bins.find(({ count }) => (left -= count) <= 0)!.of100;
}

function unansweredText(reason: string, count: number, { find, t }: PoolingWords): string {
  const key = `no-answer.${reason}`;
  const isShort = find(key) !== null && !find(key)!.includes('{');
  const general = isShort ? (key as PoolingKey) : 'no-answer.other';
  const text = t(reason === 'too-few-studies' ? 'robustness.too-few' : general);
  return t('robustness.unanswered', { count, reason: text });
}
