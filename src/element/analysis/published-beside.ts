import { intervalTable } from '../../charts/interval-table.js';
import { diamond, studyMark } from '../../charts/row-marks.js';
import { axisOf100 } from '../../view-model/pooling/axis.js';
import type { IntervalRow } from '../../view-model/pooling/interval-row.js';
import type { PublishedBesideView } from '../../view-model/pooling/selection-view.js';
import type { AnalysisContext } from './context.js';

/** Pixels. */
const SIDE = 9;

/** The published estimate beside the pool, and why they differ. */
export function publishedBeside({ published, pooled, gap }: PublishedBesideView, { words }: AnalysisContext) {
  const { t } = words;
  const rows = published.map((row) => ({ ...shown(row), marks: studyMark({ ...row, side: SIDE }) }));
  return intervalTable({
    title: t('published.title'),
    description: t('published.description'),
    columns: [t('column.source'), t('column.estimate')],
    axis: axisOf100(words),
    reference: null,
    rows: [...rows, ...(pooled ? [{ ...shown(pooled), marks: [diamond(pooled)] }] : [])],
    facts: gap,
  });
}

const shown = ({ label, text }: IntervalRow) => ({ header: label, number: text });
