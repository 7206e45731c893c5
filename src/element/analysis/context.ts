import type { Treatment } from '../../evidence/outlook.js';
import type { PoolingWords } from '../../i18n/pooling.js';
import type { MethodView } from '../../view-model/pooling/method-view.js';
import type { Computing } from './compute.js';
import type { FirstLook } from './first-look.js';
import type { OwnDataReader } from './own-data-reader.js';
import type { Robustness } from './robustness.js';
import type { AnalysisState } from './state.js';

/** What every part of the panel is drawn from. */
export interface AnalysisContext {
  readonly state: AnalysisState;
  readonly compute: Computing;
  readonly words: PoolingWords;
  readonly choices: MethodView;
  /** Those that the element's answers offer. */
  readonly treatments: readonly Treatment[];
  /** Level of the headings of parts. */
  readonly level: number;
  readonly firstLook: FirstLook;
  readonly own: OwnDataReader;
  readonly robustness: Robustness;
  /** The present state, which may be ahead of what is drawn. */
  readonly now: () => AnalysisState;
  /** Draws what follows from the present state. */
  readonly change: (transition: (state: AnalysisState) => AnalysisState) => void;
}
