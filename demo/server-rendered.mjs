// A page whose numbers are there before any script runs: a server renders the element as declarative shadow DOM, and
// the script takes over what stands there. `npm start` serves it at /demo/server-rendered.html.
import { readFileSync } from 'node:fs';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import { loadLanguage } from 'vitiligo-outlook';
import 'vitiligo-outlook/define';

const manifest = new URL('../dist/integrity.json', import.meta.url);

/**
 * The page, for one answer of a person who asked: its question comes from the address, such as `?site=face-neck`, and
 * its language too, `?lang=fr`, whose words are loaded before.
 */
export async function renderPage(/** @type {URLSearchParams} */ questions) {
  const site = questions.get('site') ?? 'any';
  const ageGroup = questions.get('age-group') ?? 'any';
  const { locale } = await loadLanguage(questions.get('lang') ?? 'en');
  const element = html`<vitiligo-outlook lang=${locale} site=${site} age-group=${ageGroup}>
    <p>Ask us for the printed sheet about calcineurin creams and ointments.</p>
  </vitiligo-outlook>`;
  const rendered = await collectResult(render(element));
  // The style element inside the shadow root is allowed by its hash, which the build states.
  const { serverStyle } = JSON.parse(readFileSync(manifest, 'utf8'));
  const policy =
    `default-src 'none'; script-src 'self'; style-src 'self' '${serverStyle}'; img-src 'self' data:; ` +
    "require-trusted-types-for 'script'; trusted-types lit-html";
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Creams and ointments for vitiligo - rendered by a server</title>
    <link rel="icon" href="icon.svg">
    <link rel="stylesheet" href="clinic.css">
    <script type="module" src="../dist/vitiligo-outlook.hydrate.js"></script>
  </head>
  <body>
    <header>
      <p class="name">Example Skin Clinic</p>
      <nav aria-label="Main">
        <a href="./">Gallery</a>
        <a href="clinic.html">Vitiligo</a>
      </nav>
    </header>
    <main>
      <h1>Creams and ointments for vitiligo</h1>
      <p>The numbers below came with the page. Without JavaScript they stay readable; with it, the questions answer.</p>
      ${rendered}
    </main>
  </body>
</html>
`;
}
