import type { Icons } from '../charts/of-100-array.js';
import type { Threshold } from '../evidence/outlook.js';
import type { Language } from '../i18n/translate.js';
import type { LoadedParts } from './parts.js';

/** What every panel needs beside its own part of the view model. */
export interface PanelContext {
  readonly language: Language;
  /** Level of the panel's heading. */
  readonly level: number;
  readonly clinician: boolean;
  /** What pictures are made of. */
  readonly icons: Icons;
  /** The threshold that pictures show. */
  readonly threshold: Threshold;
  /** What loads on demand. */
  readonly parts: LoadedParts;
}
