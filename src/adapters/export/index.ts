export { countsCsv } from './counts-csv.js';
export { countsFile, type AddedCounts } from './counts-file.js';
export { COLUMNS, toCsv } from './csv.js';
export { toText } from './note-text.js';
export { loadLanguage } from '../../i18n/languages.js';
export { english, type Language } from '../../i18n/translate.js';
