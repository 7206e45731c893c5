import { toCsv } from '../adapters/export/csv.js';
import { toText } from '../adapters/export/note-text.js';
import type { Language } from '../i18n/translate.js';
import { printAlone } from './print.js';
import type { VitiligoOutlook } from './vitiligo-outlook.js';

/** What a reader takes away from what is on screen: behind the element's methods, loaded when first asked for. */
export const takeAway = {
  text: (element: VitiligoOutlook, language: Language) => (element.outlook ? toText(element.outlook, language) : ''),
  csv: (element: VitiligoOutlook) => (element.outlook ? toCsv(element.outlook) : ''),
  print: (element: VitiligoOutlook) => printAlone(element),
  /** What a person ticked and wrote, alone. */
  ownList: (element: VitiligoOutlook) => printAlone(element, '.own-list'),
};
