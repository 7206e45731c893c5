/** What draws pictures for files, and writes them: loads when one is saved. */
export { pngFile, svgFile } from '../../adapters/export/chart-file.js';
export { framedFile, tableFile } from '../../charts/picture-file.js';
