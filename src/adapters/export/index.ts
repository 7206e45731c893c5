export { COLUMNS, toCsv } from './csv.js';
export { toText } from './note-text.js';
export { english, languageFor, type Language } from '../../i18n/translate.js';
