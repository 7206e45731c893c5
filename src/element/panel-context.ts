import type { Language } from '../i18n/translate.js';
import type { LoadedParts } from './parts.js';

/** What every panel needs beside its own part of the view model. */
export interface PanelContext {
  readonly language: Language;
  /** Level of the panel's heading. */
  readonly level: number;
  readonly clinician: boolean;
  /** What loads on demand. */
  readonly parts: LoadedParts;
}
