import { inject } from 'vitest';
import type { CHROMIUM_ALONE } from '../../scripts/engines/page-tests.mjs';

/** Whether pages open in Chromium, for a test of what Chromium alone lets a test do; the list has the reasons. */
export function inChromium(_what: keyof typeof CHROMIUM_ALONE): boolean {
  return inject('chromium') !== null;
}
