import type { HarmGroupView, HarmPoolsView } from '../view-model/pooling/harm-pools-view.js';
import { intervalTable, type IntervalTable, type IntervalTableRow } from './interval-table.js';
import { diamond, studyMark } from './row-marks.js';

const SIDE = 9;

/** Each kind of side effect with its pool, or its only study. */
export const harmPoolsPlot = (view: HarmPoolsView) => intervalTable(harmPoolsTable(view));

export function harmPoolsTable({ title, description, columns, axis, groups, caution }: HarmPoolsView): IntervalTable {
  return {
    title,
    description,
    columns: [columns.event, columns.estimate],
    axis,
    reference: null,
    rows: groups.filter(({ row }) => row !== null).map(groupRow),
    facts: [caution],
    variant: 'harm',
  };
}

function groupRow({ title, row, isPool, included }: HarmGroupView): IntervalTableRow {
  const counts = included.map(({ label, counts }) => `${label}: ${counts}`);
  return {
    header: title,
    notes: isPool ? [row!.label, ...counts] : counts,
    number: row!.text,
    marks: row === null ? [] : isPool ? [diamond(row)] : studyMark({ ...row, side: SIDE }),
  };
}
