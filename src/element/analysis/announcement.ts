import type { AnalysisContext } from './context.js';
import { resultText } from './own-data.js';
import type { AnalysisState } from './state.js';

/** What decides about the result in words; the rest of a state changes what is open or how far a reading is. */
const ASKED = ['topic', 'treatment', 'threshold', 'method', 'set', 'without', 'own'] as const satisfies readonly (keyof AnalysisState)[];

/** What a screen reader is told after a change by the reader: once, and only what is new; else `null`. */
export function announcement(before: AnalysisState, context: AnalysisContext): string | null {
  const { state } = context;
  const texts = [readingText(before, context), takenText(before, context)];
  if (ASKED.some((name) => state[name] !== before[name])) texts.push(poolText(context));
  const told = texts.filter((text) => text !== null).join(' ');
  return told === '' ? null : told;
}

function readingText({ reading }: AnalysisState, context: AnalysisContext): string | null {
  const { state, words } = context;
  const now = state.reading;
  if (now === reading || now.kind === 'nothing' || now.kind === 'reading') return null;
  return now.kind === 'read' ? resultText(now.data, context, now.source) : words.t(`own.${now.kind}`);
}

function takenText({ taken }: AnalysisState, { state, words }: AnalysisContext): string | null {
  if (state.taken === taken || !state.taken) return null;
  return words.t(`export.${state.taken.kind}`);
}

function poolText({ compute, state, words }: AnalysisContext): string {
  if (state.topic !== 'responses') return words.t('topic.updated', { topic: words.t(`topic.${state.topic}`) });
  const { title, pooled, noAnswer } = compute.forest(compute.analysis(state), compute.material(state), words);
  return words.t('answer.announce', { title, answer: noAnswer ?? `${pooled!.label}: ${pooled!.text}` });
}
