import type { Outlook } from '../../src/evidence/outlook.js';
import { createFurtherWords } from '../../src/i18n/further.js';
import { english } from '../../src/i18n/translate.js';
import { maintenanceView } from '../../src/view-model/maintenance-view.js';
import { relativeView } from '../../src/view-model/relative-view.js';
import { withoutView } from '../../src/view-model/without-view.js';

const words = createFurtherWords(english);

/** What of an outlook is put into words when it is first shown. */
export function furtherViews({ maintenance, options }: Outlook) {
  return {
    maintenance: maintenance && maintenanceView(maintenance, english, words),
    ratios: options.flatMap(({ relative }) => relative.map((row) => relativeView(row, english, words))),
    without: options.flatMap(({ without }) => (without.length ? withoutView(without, english, words) : [])),
  };
}
