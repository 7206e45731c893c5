import type { SpreadsView, SpreadView } from '../view-model/pooling/spread-view.js';
import { intervalTable, type IntervalTable, type IntervalTableRow } from './interval-table.js';
import { hatchedBand, studyMark } from './row-marks.js';

const SIDE = 9;

/** Published numbers with their printed intervals, on the hatched band that their spread implies. */
export const spreadPlot = (view: SpreadsView) => intervalTable(spreadTable(view));

export function spreadTable(view: SpreadsView): IntervalTable {
  const { title, description, columns, axis, rows, mark, explained, error } = view;
  return {
    title,
    description,
    columns: [columns.threshold, columns.published],
    axis,
    reference: null,
    rows: rows.map((row) => spreadRow(row, mark)),
    facts: [explained, error],
  };
}

function spreadRow({ label, texts, published, prediction }: SpreadView, mark: string): IntervalTableRow {
  return {
    header: label,
    notes: prediction ? [...texts, mark] : texts,
    number: published?.text ?? '',
    marks: [
      ...(prediction ? [hatchedBand(prediction)] : []),
      ...(published ? studyMark({ ...published, side: SIDE }) : []),
    ],
  };
}
