import { DEFAULT_METHOD, type Method } from './method.js';

const REVIEW_FAMILY = { estimator: 'DL', scale: 'PR', interval: 'z', level: 0.95 } as const;

/**
 * Methods to start from. The review pooled raw proportions by inverse variance and does not say what it did with zero
 * cells (E37): both ways are offered.
 */
export const PRESETS = {
  default: DEFAULT_METHOD,
  'review-half': { ...REVIEW_FAMILY, zeroCells: 'half' },
  'review-drop': { ...REVIEW_FAMILY, zeroCells: 'drop' },
} as const satisfies Readonly<Record<string, Method>>;
