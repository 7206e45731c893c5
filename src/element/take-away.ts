import { toCsv } from '../adapters/export/csv.js';
import { toText } from '../adapters/export/note-text.js';
import { languageFor } from '../i18n/translate.js';
import { nearestLang } from './nearest-lang.js';
import { printAlone } from './print.js';
import type { VitiligoOutlook } from './vitiligo-outlook.js';

/** What a reader takes away from what is on screen: behind the element's methods, loaded when first asked for. */
export const takeAway = {
  text(element: VitiligoOutlook) {
    return element.outlook ? toText(element.outlook, languageFor(nearestLang(element))) : '';
  },
  csv: (element: VitiligoOutlook) => (element.outlook ? toCsv(element.outlook) : ''),
  print: (element: VitiligoOutlook) => printAlone(element),
};
