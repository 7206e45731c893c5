import { render } from 'lit';
import { forestPlot } from '../../charts/forest-plot.js';
import type { ForestView } from '../../view-model/pooling/forest-view.js';
import { answer } from './answer.js';
import type { AnalysisContext } from './context.js';
import { toggled } from './state.js';

/** The answer and the forest plot, in places of their own: what a click is for is drawn before what goes with it. */
export interface FirstLook {
  readonly answer: Node;
  readonly plot: Node;
  /** At first without what is for print alone; then it is to be drawn once more, with that. */
  draw(context: AnalysisContext, withPrint?: boolean): void;
}

export function createFirstLook(): FirstLook {
  const places = { answer: document.createElement('div'), plot: document.createElement('div') };
  /** Of which all is drawn. */
  let drawn: ForestView | null = null;
  return {
    ...places,
    draw(context, withPrint = true) {
      const { compute, state, words, change } = context;
      const analysis = compute.analysis(state);
      const view = compute.forest(analysis, compute.material(state), words);
      render(answer(analysis, context), places.answer);
      if (view === drawn) return;
      render(forestPlot(view, (study) => change((now) => toggled(now, study)), withPrint), places.plot);
      drawn = withPrint ? view : null;
    },
  };
}
