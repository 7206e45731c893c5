import type { ForestRowView, ForestView } from '../view-model/pooling/forest-view.js';
import { intervalTable, plotFacts, type IntervalTable, type IntervalTableRow } from './interval-table.js';
import { diamond, predictionLine, sideOf, studyMark } from './row-marks.js';

/** Of the outline of a study that is not in the pool, in pixels. */
const SIDE_LEFT_OUT = 9;

/** Called when a reader switches a study on or off. */
export type HandleToggle = (study: string, included: boolean) => void;

/** Every study with its interval, the pool as a diamond, and a switch for each study. */
export function forestPlot(view: ForestView, onToggle: HandleToggle, withPrint = true) {
  return intervalTable({ ...forestTable(view, onToggle), facts: [], switches: view.columns.include }, withPrint);
}

/** What the plot says in words, below it. */
export const forestFacts = (view: ForestView) => plotFacts(forestTable(view).facts);

/** The forest plot as a model; without `onToggle`, as in a file, it has no switches. */
export function forestTable(view: ForestView, onToggle?: HandleToggle): IntervalTable {
  const { title, description, columns, axis, rows, pooled, isPool, noAnswer } = view;
  const heaviest = Math.max(...rows.map(({ weight }) => weight ?? 0));
  return {
    title,
    description,
    columns: [columns.study, columns.counts, columns.weight, columns.estimate],
    axis,
    reference: isPool && pooled ? pooled.estimate : null,
    rows: [...rows.map((row) => studyRow(row, heaviest, onToggle)), ...(pooled && isPool ? [poolRow(view)] : [])],
    facts: noAnswer === null ? view.facts : [noAnswer, ...view.facts],
  };
}

function studyRow(row: ForestRowView, heaviest: number, onToggle?: HandleToggle): IntervalTableRow {
  const { study, label, link, marks, facts, counts, weight, weightText, text, included, own, lesions } = row;
  const side = weight === null ? SIDE_LEFT_OUT : sideOf(weight, heaviest);
  return {
    header: label,
    link,
    notes: [...marks, ...facts],
    cells: [counts, weightText],
    number: text,
    marks: studyMark({ ...row, side, isOwn: own, isHollow: lesions, isLeftOut: weight === null }),
    ...(onToggle && { toggle: { label: row.toggleLabel, isOn: included, onChange: (isOn) => onToggle(study, isOn) } }),
  };
}

function poolRow({ pooled, prediction }: ForestView): IntervalTableRow {
  const { label, text } = pooled!;
  return {
    header: label,
    cells: ['', ''],
    number: text,
    marks: [diamond(pooled!), ...(prediction ? [predictionLine(prediction)] : [])],
    isPool: true,
  };
}
