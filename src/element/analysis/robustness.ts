import { html, nothing, render } from 'lit';
import { inSlices } from '../../adapters/import/in-slices.js';
import { robustnessFacts, robustnessPicture, robustnessStrip } from '../../charts/robustness-strip.js';
import { analysePool } from '../../evidence/pooling/analyse-pool.js';
import type { PoolMaterial } from '../../evidence/pooling/material.js';
import { DEFAULT_METHOD } from '../../evidence/pooling/method.js';
import { robustnessGrid, robustnessSize } from '../../evidence/pooling/robustness.js';
import type { PoolQuestion } from '../../evidence/pooling/select-trials.js';
import type { PoolingWords } from '../../i18n/pooling.js';
import { sourceLine } from '../../view-model/pooling/pool-words.js';
import { createTally, robustnessView, TABLES, type RobustnessTally, type RobustnessView } from '../../view-model/pooling/robustness-view.js';
import { pictureButtons } from './picture-buttons.js';
import type { AnalysisState } from './state.js';

/** Works out how much a number hangs on choices, in slices, while the strip is on screen. */
export interface Robustness {
  /** The place of the strip, which fills; another question starts it anew. */
  show(material: PoolMaterial, state: AnalysisState): Node;
  /** Nobody looks any more. */
  stop(): void;
}

/** Of the eight milliseconds that a slice may take: the last combination of one may take longer than any before. */
const SLICE_MS = 3;

/** Between two drawings of a strip that fills: often enough to be followed, and the rest of the time is for filling. */
const DRAW_MS = 100;

type Asked = PoolQuestion & { readonly level: number };

export function createRobustness(words: PoolingWords): Robustness {
  const place = document.createElement('div');
  const sight = watch(place);
  let running: { readonly material: PoolMaterial; readonly asked: Asked; readonly end: AbortController } | null = null;

  const start = (material: PoolMaterial, asked: Asked) => {
    const end = new AbortController();
    running = { material, asked, end };
    const tally = createTally();
    const total = robustnessSize(material, asked);
    const estimate = defaultEstimate(material, asked);
    const context = { question: asked, total, estimate };
    const source = sourceLine({ ...DEFAULT_METHOD, level: asked.level }, material.core.evidence, words);
    let drawnAt = 0;
    const view = () => robustnessView(tally, context, words);
    const draw = (seen: RobustnessView, tables = 0) => {
      // By now the place may be another question's.
      if (end.signal.aborted) return;
      render(filledStrip(seen, tables, source, words), place);
      drawnAt = performance.now();
    };
    draw(view());
    const pause = async () => {
      await sight.next();
      if (performance.now() < drawnAt + DRAW_MS) return;
      // In a task of its own, so that none takes the time of both.
      draw(view());
      await sight.next();
    };
    const slicing = { sliceMs: SLICE_MS, signal: end.signal, pause };
    const fill = async () => {
      await inSlices(counted(tally, material, asked), slicing);
      const whole = view();
      // Of what is not yet whole, tables would change at every look; drawn all at once they take longer than a slice.
      for (let tables = 0; tables <= TABLES; tables++) {
        await sight.next();
        draw(whole, tables);
      }
    };
    fill().catch(() => {
      // Stopped: closed, or another question.
    });
  };

  return {
    show(material, { treatment, ageGroup, site, threshold, method: { level } }) {
      const asked: Asked = { treatment, ageGroup, site, threshold, level };
      if (!running || running.material !== material || !isSame(running.asked, asked)) {
        running?.end.abort();
        start(material, asked);
      }
      return place;
    },
    stop() {
      running?.end.abort();
      running = null;
    },
  };
}

/** The picture is offered once it is whole. */
function filledStrip(view: RobustnessView, tables: number, source: string, words: PoolingWords) {
  const offered = tables === TABLES;
  return html`${robustnessStrip(view, tables)}
  ${offered
    ? pictureButtons(
        view.title,
        ({ framedFile }) => framedFile(robustnessPicture(view), robustnessFacts(view), source),
        words,
      )
    : nothing}`;
}

const isSame = (a: Asked, b: Asked) => (Object.keys(a) as (keyof Asked)[]).every((name) => a[name] === b[name]);

function* counted(tally: RobustnessTally, material: PoolMaterial, asked: Asked): Generator<undefined, void, undefined> {
  for (const point of robustnessGrid(material, asked, asked.level)) {
    tally.add(point);
    yield;
  }
}

/** What the strip compares with: the default method on all studies, whatever is chosen now. */
function defaultEstimate(material: PoolMaterial, { level, ...question }: Asked): number | null {
  const method = { ...DEFAULT_METHOD, level };
  const { result } = analysePool(material, { question, method, set: 'all', without: [] });
  return result.kind === 'pooled' ? result.estimate : null;
}

/** Waits between slices: a task, and longer while the place is scrolled out of sight. */
function watch(place: Element) {
  let isSeen = true;
  let onSeen: (() => void) | null = null;
  new IntersectionObserver((entries) => {
    isSeen = entries.at(-1)!.isIntersecting;
    if (isSeen) onSeen?.();
  }).observe(place);
  return {
    async next() {
      await new Promise<void>((resolve) => setTimeout(resolve));
      if (!isSeen) await new Promise<void>((resolve) => (onSeen = resolve));
    },
  };
}
