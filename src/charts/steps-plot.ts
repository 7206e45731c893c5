import type { StepsView, StepView } from '../view-model/pooling/steps-view.js';
import { intervalTable, type IntervalTable, type IntervalTableRow } from './interval-table.js';
import { studyMark } from './row-marks.js';

const SIDE = 9;

/** The pool without each study in turn, or with one more at a time; the broken line is the whole pool. */
export const stepsPlot = (view: StepsView) => intervalTable(stepsTable(view));

export function stepsTable({ title, description, columns, axis, rows, whole }: StepsView): IntervalTable {
  return {
    title,
    description,
    columns: [columns.step, columns.estimate],
    axis,
    reference: whole,
    rows: rows.map(stepRow),
    facts: [],
  };
}

function stepRow({ label, own, row, noAnswer, moves, movesText }: StepView): IntervalTableRow {
  return {
    header: label,
    notes: [noAnswer, movesText].filter((note) => note !== null),
    number: row?.text ?? '',
    marks: row ? studyMark({ ...row, side: SIDE, isOwn: own, isHollow: moves }) : [],
  };
}
