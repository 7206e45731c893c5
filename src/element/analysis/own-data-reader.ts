import { inSlices } from '../../adapters/import/in-slices.js';
import { OWN_DATA_LIMITS, readOwnData, type Progress } from '../../adapters/import/read-own-data.js';
import type { AnalysisContext } from './context.js';
import { readingAt, readingEnded, withOwnData } from './state.js';

/** Reads the reader's own counts in slices, so that long files neither hang the page nor leave it. */
export interface OwnDataReader {
  /** `source` is the name of a file; `null` for the text area. */
  read(input: string | Blob, source: string | null): Promise<void>;
  cancel(): void;
}

/** A character of the longest text that is read takes so many bytes at most; the rest of a file is left alone. */
const MOST_BYTES = OWN_DATA_LIMITS.characters * 4;

export function createOwnDataReader(change: AnalysisContext['change']): OwnDataReader {
  let running: AbortController | null = null;
  return {
    async read(input, source) {
      running?.abort();
      const { signal } = (running = new AbortController());
      change((state) => readingAt(state, 0));
      try {
        const data = await inSlices(readOwnData(await contentOf(input)), { signal, onProgress: progressTo(change) });
        signal.throwIfAborted();
        change((state) => withOwnData(state, data, source));
      } catch {
        // Cancelled, overtaken by a later reading, or a file that was moved or may not be read.
        if (!signal.aborted) change((state) => readingEnded(state, 'failed'));
      }
    },
    cancel() {
      running?.abort();
      change((state) => readingEnded(state, 'cancelled'));
    },
  };
}

const contentOf = async (input: string | Blob) =>
  typeof input === 'string' ? input : new Uint8Array(await input.slice(0, MOST_BYTES).arrayBuffer());

/** The panel is drawn anew a hundred times at most. */
function progressTo(change: AnalysisContext['change']) {
  let last = 0;
  return ({ done, total }: Progress) => {
    const percent = Math.floor((100 * done) / Math.max(1, total));
    if (percent === last) return;
    last = percent;
    change((state) => readingAt(state, percent));
  };
}
