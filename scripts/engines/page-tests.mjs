/**
 * What tests of whole pages do in Chromium alone, and why; a run in Firefox prints it.
 */
export const CHROMIUM_ALONE = {
  'sets media features': "Firefox's remote protocol sets no dark system, forced colours or print medium",
  'tells the accessibility tree': 'the tree is told by a protocol of Chromium',
  'switches scripts off': "Firefox's remote protocol does not switch scripts off",
  'asks again for a failed module': 'Firefox keeps the failure for as long as the page is open',
  'keeps left pages': 'the cache of left pages is switched on when a Chromium starts',
};
