import { inSlices } from '../../adapters/import/in-slices.js';
import { atOnce, ITEMS_A_STEP, type Steps } from '../../evidence/in-steps.js';
import { lastCall } from '../../evidence/last-call.js';
import {
  analysingPool, selectingPool, type PoolAnalysis, type PoolRequest, type PoolSelection,
} from '../../evidence/pooling/analyse-pool.js';
import { allRows, type PoolMaterial } from '../../evidence/pooling/material.js';
import type { PoolQuestion } from '../../evidence/pooling/select-trials.js';
import type { SetId } from '../../evidence/pooling/sensitivity-sets.js';

/** Up to so many rows an analysis is made within the click. */
const MOST_AT_ONCE = 10_000;
/** How often an analysis looks at each row, at most. */
const PASSES = 6;

/** The same object as long as the same is asked. */
export interface Asked {
  readonly from: PoolMaterial;
  readonly request: PoolRequest;
}

/** What comes of work in slices. */
export interface SlicedWork {
  /** The answer is not there yet, but nearer. */
  handleProgress(): void;
  handleDone(): void;
  wait(done: Promise<void>): void;
}

/** Analyses, one at a time; those of many rows are made in slices, and what is asked next overtakes. */
export interface SlicedAnalysis {
  /** As asked; of many rows the last one, whatever was asked then, while this one is made. */
  analysis(asked: Asked): PoolAnalysis;
  /** How far it is, in per cent; `null` where the analysis is the one that is asked for. */
  progress(asked: Asked): number | null;
  /** The last one that had an answer. */
  answered(): PoolAnalysis | null;
}

export function createSlicedAnalysis({ handleProgress, handleDone, wait }: SlicedWork): SlicedAnalysis {
  /** What a question takes, once it is made. */
  const selectionOf = lastCall(
    (_from: PoolMaterial, _question: PoolQuestion, _set: SetId): { made: PoolSelection | null } => ({ made: null }),
  );
  let made: (Asked & { readonly analysis: PoolAnalysis }) | null = null;
  let answered: PoolAnalysis | null = null;
  let running: { readonly asked: Asked; readonly end: AbortController } | null = null;
  let percent = 0;

  function* make(asked: Asked): Steps<void> {
    const { from, request } = asked;
    const { question, set } = request;
    const selected = selectionOf(from, question, set);
    selected.made ??= yield* selectingPool(from, question, set);
    const analysis = yield* analysingPool(request, selected.made);
    made = { ...asked, analysis };
    if (analysis.result.kind !== 'no-answer') answered = analysis;
  }

  function* counted(asked: Asked, rows: number): Steps<void> {
    let steps = 0;
    for (const step of make(asked)) {
      percent = Math.floor((++steps * 100 * ITEMS_A_STEP) / (PASSES * rows));
      yield step;
    }
  }

  const start = (asked: Asked, rows: number) => {
    const end = new AbortController();
    running = { asked, end };
    percent = 0;
    wait(
      inSlices(counted(asked, rows), { signal: end.signal, onProgress: handleProgress }).then(
        () => {
          running = null;
          handleDone();
        },
        () => {
          // Something else is asked by now.
        },
      ),
    );
  };

  const analysis = (asked: Asked): PoolAnalysis => {
    if (running?.asked === asked) return made!.analysis;
    running?.end.abort();
    running = null;
    if (made?.request !== asked.request) {
      const rows = allRows(asked.from).length;
      if (made && rows > MOST_AT_ONCE) start(asked, rows);
      else atOnce(make(asked));
    }
    return made!.analysis;
  };

  return {
    analysis,
    progress: (asked) => (analysis(asked) && running ? percent : null),
    answered: () => answered,
  };
}
