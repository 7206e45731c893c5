import { createRequire } from 'node:module';
import { STRICT, type TemporarySite } from './temporary-site.js';

const font = createRequire(import.meta.url);

/** Which letters are in which file. */
const RANGES = font('@fontsource/cairo/unicode.json') as Readonly<Record<string, string>>;

const FILES = ['latin', 'latin-ext', 'arabic'].flatMap((script) =>
  [400, 700].map((weight) => ({ script, weight, name: `${script}-${weight}.woff2` })),
);

const FACES = FILES.map(
  ({ script, weight, name }) => `@font-face {
    font-family: Cairo; font-weight: ${weight}; src: url(${name}) format('woff2'); unicode-range: ${RANGES[script]} }`,
).join('\n');

export const WITH_FONT = '<link rel="stylesheet" href="own-font.css">';

/** A site whose text has the same letters and breaks on every machine: the font comes with it. */
export const siteWithFont: TemporarySite = {
  policy: `${STRICT}; font-src 'self'`,
  files: {
    // Without hinting: what a build of a browser does to the shape of letters is its own.
    'own-font.css': `${FACES} :root { color-scheme: light dark } body { margin: 0; padding: 8px; font: 16px/1.4 Cairo; text-rendering: geometricPrecision }`,
    ...Object.fromEntries(
      FILES.map(({ script, weight, name }) => [
        name,
        { copyOf: font.resolve(`@fontsource/cairo/files/cairo-${script}-${weight}-normal.woff2`) },
      ]),
    ),
  },
};
