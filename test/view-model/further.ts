import type { Outlook } from '../../src/evidence/outlook.js';
import { createFurtherWords } from '../../src/i18n/further.js';
import { english, type Language } from '../../src/i18n/translate.js';
import { dropoutsText, exactText, monthsText, pooledFacts } from '../../src/view-model/checked-view.js';
import { contextView } from '../../src/view-model/context-view.js';
import { maintenanceView } from '../../src/view-model/maintenance-view.js';
import { relativeView } from '../../src/view-model/relative-view.js';
import { withoutView } from '../../src/view-model/without-view.js';

export const furtherWords = createFurtherWords(english);

/** What of an outlook is put into words when it is first shown. */
export function furtherViews({ maintenance, options }: Outlook, language: Language = english) {
  const words = createFurtherWords(language);
  return {
    maintenance: maintenance && maintenanceView(maintenance, language, words),
    ratios: options.flatMap(({ relative }) => relative.map((row) => relativeView(row, language, words))),
    checked: options.flatMap(({ responses }) =>
      responses.map((rate) => [
        exactText(rate, language, words),
        ...pooledFacts(rate, language, words),
        monthsText(rate, language, words),
        dropoutsText(rate, words),
      ]),
    ),
    context: options.flatMap(({ context }) => contextView(context, language, words)),
    without: options.flatMap(({ without }) => (without.length ? withoutView(without, language, words) : [])),
  };
}
