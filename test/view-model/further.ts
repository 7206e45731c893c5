import type { Outlook } from '../../src/evidence/outlook.js';
import { createFurtherWords } from '../../src/i18n/further.js';
import { english } from '../../src/i18n/translate.js';
import { exactText, pooledFacts } from '../../src/view-model/checked-view.js';
import { contextView } from '../../src/view-model/context-view.js';
import { maintenanceView } from '../../src/view-model/maintenance-view.js';
import { relativeView } from '../../src/view-model/relative-view.js';
import { withoutView } from '../../src/view-model/without-view.js';

export const furtherWords = createFurtherWords(english);

/** What of an outlook is put into words when it is first shown. */
export function furtherViews({ maintenance, options }: Outlook) {
  return {
    maintenance: maintenance && maintenanceView(maintenance, english, furtherWords),
    ratios: options.flatMap(({ relative }) => relative.map((row) => relativeView(row, english, furtherWords))),
    checked: options.flatMap(({ responses }) =>
      responses.map((rate) => [exactText(rate, english, furtherWords), ...pooledFacts(rate, english, furtherWords)]),
    ),
    context: options.flatMap(({ context }) => contextView(context, english, furtherWords)),
    without: options.flatMap(({ without }) => (without.length ? withoutView(without, english, furtherWords) : [])),
  };
}
