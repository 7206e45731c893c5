import type { Axis } from '../view-model/pooling/axis.js';
import type { ComparisonRowView, ComparisonView, RatioView } from '../view-model/pooling/comparison-view.js';
import { intervalTable, type IntervalTable, type IntervalTableRow } from './interval-table.js';
import { diamond, studyMark, type Marked } from './row-marks.js';

const SIDE = 9;

/** Risk ratios within trials, on an axis on which doubling and halving are equal steps; the broken line is 1. */
export const comparisonPlot = (view: ComparisonView) => intervalTable(comparisonTable(view));

export function comparisonTable(view: ComparisonView): IntervalTable {
  const { title, description, columns, axis, rows, pooled, caution } = view;
  return {
    title,
    description,
    columns: [columns.study, columns.first, columns.second, columns.difference, columns.ratio],
    axis: axis.ticks,
    reference: axis.place(1),
    rows: [...rows.map((row) => trialRow(row, axis)), ...(pooled ? [pooledRow(pooled, axis)] : [])],
    facts: caution === null ? [] : [caution],
    variant: 'ratios',
  };
}

function trialRow(row: ComparisonRowView, axis: Axis): IntervalTableRow {
  const { label, link, marks, bounds, first, second, differenceText, ratio, ratioText, own } = row;
  return {
    header: label,
    link,
    notes: bounds === null ? marks : [...marks, bounds],
    cells: [first, second, differenceText],
    number: ratioText,
    marks: ratio ? studyMark({ ...placed(ratio, axis), side: SIDE, isOwn: own }) : [],
  };
}

function pooledRow({ label, ratio, ratioText, differenceText }: NonNullable<ComparisonView['pooled']>, axis: Axis) {
  return {
    header: label,
    cells: ['', '', differenceText],
    number: ratioText,
    marks: ratio ? [diamond(withinAxis(placed(ratio, axis)))] : [],
    isPool: true,
  };
}

function placed({ estimate, low, high }: RatioView, { place }: Axis): Marked {
  return { estimate: place(estimate), low: place(low), high: place(high) };
}

const withinAxis = ({ estimate, low, high }: Marked): Marked => ({
  estimate,
  low: Math.max(low, 0),
  high: Math.min(high, 100),
});
