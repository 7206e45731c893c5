import type { PoolAnalysis } from '../../evidence/pooling/analyse-pool.js';
import { funnel, funnelBySize, type Funnel, type FunnelPoint } from '../../evidence/pooling/funnel.js';
import type { PoolMaterial } from '../../evidence/pooling/material.js';
import type { PoolingWords } from '../../i18n/pooling.js';
import { linearAxis, type Axis } from './axis.js';
import { markedName } from './origin-marks.js';
import { fixed, questionName } from './pool-words.js';

/** A funnel plot: effects across, people or standard errors up. */
export interface FunnelView {
  readonly kind: 'size' | 'error';
  readonly title: string;
  readonly description: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly columns: Readonly<Record<'study', string>>;
  /** What opens the table. */
  readonly tableLabel: string;
  readonly xAxis: Axis;
  /** From 0; in a plot by standard error it runs downwards. */
  readonly yAxis: Axis;
  readonly points: readonly FunnelPointView[];
  readonly centre: number | null;
  /** Straight lines from the apex at standard error 0 to the largest one; by size there are none. */
  readonly contours: Funnel['contours'];
}

export interface FunnelPointView {
  readonly study: string;
  readonly label: string;
  readonly own: boolean;
  readonly x: number;
  readonly y: number;
  readonly xText: string;
  readonly yText: string;
}

export function funnelView(
  analysis: PoolAnalysis,
  kind: FunnelView['kind'],
  { details }: Pick<PoolMaterial, 'details'>,
  words: PoolingWords,
): FunnelView {
  const { t } = words;
  const { points, centre, contours } = kind === 'size' ? funnelBySize(analysis) : funnel(analysis);
  const limits = contours.flatMap(({ low, high }) => [low, high]);
  const isBySize = kind === 'size';
  const height = ({ size, standardError }: FunnelPoint) => (isBySize ? size : standardError);
  return {
    kind,
    title: t(`funnel.title.${kind}`, { question: questionName(analysis.request.question, words) }),
    description: t('funnel.description'),
    xLabel: t(isBySize ? 'funnel.log-odds' : 'funnel.effect'),
    yLabel: t(`funnel.${kind}`),
    columns: { study: t('column.study') },
    tableLabel: t('picture.table'),
    xAxis: linearAxis([...points.map(({ effect }) => effect), ...limits], words),
    yAxis: linearAxis([0, ...points.map(height)], words),
    points: points.map((point) => ({
      study: point.trial.study,
      label: markedName(point.trial, details, words),
      own: point.trial.origin !== 'literature',
      x: point.effect,
      y: height(point),
      xText: fixed(point.effect, 2, words),
      yText: fixed(height(point), isBySize ? 0 : 2, words),
    })),
    centre,
    contours,
  };
}
