import type { Language } from '../i18n/translate.js';
import type { DetailsPanel } from './details-panel.js';

/** What every panel needs beside its own part of the view model. */
export interface PanelContext {
  readonly language: Language;
  /** Level of the panel's heading. */
  readonly level: number;
  readonly clinician: boolean;
  /** The explanations once loaded. */
  readonly details: DetailsPanel | 'failed' | null;
  readonly onDetails: () => void;
}
