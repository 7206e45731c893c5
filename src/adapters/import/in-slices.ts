/** How work is cut up: `sliceMs` of work, then `pause` lets the page paint and answer. */
export interface SliceOptions<Step> {
  readonly sliceMs?: number;
  readonly now?: () => number;
  readonly pause?: () => Promise<void>;
  /** Called with the last step of each slice. */
  readonly onProgress?: (step: Step) => void;
  readonly signal?: AbortSignal;
}

/** Well within a frame of 16 ms, with time left to paint. */
const SLICE_MS = 8;

/**
 * Runs a generator to its end in slices, so that long work does not hang the page where its policy forbids workers.
 *
 * @returns what the generator returns
 * @throws the signal's reason once it is aborted, between two slices
 */
export async function inSlices<Step, Result>(
  work: Generator<Step, Result, undefined>,
  { sliceMs = SLICE_MS, now = () => performance.now(), pause = nextTask, onProgress, signal }: SliceOptions<Step> = {},
): Promise<Result> {
  for (;;) {
    const until = now() + sliceMs;
    let step = work.next();
    while (!step.done && now() < until) step = work.next();
    if (step.done) return step.value;
    onProgress?.(step.value);
    await pause();
    signal?.throwIfAborted();
  }
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
