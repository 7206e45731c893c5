/** What a rate is shown by, and how its rows look, read in the page. Runs in the browser. */
function readPicture() {
  const root = /** @type {ShadowRoot} */ (document.querySelector('vitiligo-outlook')?.shadowRoot);
  /** @param {string} selector */
  const all = (selector) => [...root.querySelectorAll(selector)];
  /** @param {Element | undefined} cell */
  const styleOf = (cell) => {
    if (!cell) return 'absent';
    const { fontSize, fontWeight, color } = getComputedStyle(cell);
    return `${fontSize}, weight ${fontWeight}, ${color}`;
  };
  /** @param {string} part */
  const marksOf = (part) => {
    const within = (/** @type {string} */ selector) => root.querySelector(`[part='${part}'] ${selector}`) !== null;
    return [
      ...(within('svg.array') ? ['a picture of 100'] : []),
      ...(within('svg.bar') ? ['a bar with its range'] : []),
      ...(within('table .number') ? ['a row of a table'] : []),
    ];
  };
  return {
    benefitStyle: styleOf(all("[part='option'] table .number")[0]),
    harmStyle: styleOf(all("[part='harms'] table .number")[0]),
    benefitMarks: marksOf('option'),
    harmMarks: marksOf('harms'),
    arraySizes: all('svg.array').map((array) =>
      [...array.querySelectorAll('.array-rest, .array-reached')]
        .map((path) => (path.getAttribute('d') ?? '').match(/M/g)?.length ?? 0)
        .reduce((sum, count) => sum + count, 0),
    ),
    sentences: all("[part='option'] .sentence").length,
  };
}

/** Opens every fold of the element, those inside of others too, and waits for what they load. */
async function openAll() {
  const element = /** @type {any} */ (document.querySelector('vitiligo-outlook'));
  for (let round = 0; round < 6; round += 1) {
    for (const fold of element.shadowRoot.querySelectorAll('details:not([open])')) fold.open = true;
    await new Promise((resolve) => setTimeout(resolve, 150));
    await element.updateComplete;
  }
}

/**
 * Looks at the patient view of the built package in every language, with every fold open.
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} site  where demo/ and dist/ are served
 * @param {readonly string[]} languages
 */
export async function seePage(browser, site, languages) {
  /** @type {Record<string, string>} */
  const texts = {};
  let picture;
  for (const language of languages) {
    const page = await browser.newPage();
    await page.goto(new URL('/demo/clinic.html', site).href, { waitUntil: 'networkidle0' });
    await page.evaluate((tag) => document.querySelector('vitiligo-outlook')?.setAttribute('lang', tag), language);
    await page.evaluate(openAll);
    texts[language] = await page.evaluate(
      () => /** @type {HTMLElement} */ (document.querySelector('vitiligo-outlook')?.shadowRoot?.querySelector('.root')).innerText,
    );
    if (language === 'en') picture = await page.evaluate(readPicture);
    await page.close();
  }
  return { texts, .../** @type {ReturnType<typeof readPicture>} */ (picture) };
}
