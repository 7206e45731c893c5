import { describe, expect, test } from 'vitest';
import { inChromium } from './in-chromium.js';
import type { OpenPage } from './with-page.js';
import { MODULES, ONE_FILE, pageWith, withSite } from './temporary-site.js';

const FALLBACK = '<p>The clinic’s own words</p>';
const element = (attributes = '') => `<vitiligo-outlook ${attributes}>${FALLBACK}</vitiligo-outlook>`;

interface Shown {
  readonly lang: string | null;
  readonly title: string;
  /** What the page wrote between the tags is in view. */
  readonly fallback: boolean;
}

/** What a reader sees of the element now. */
const shown = ({ page }: OpenPage) =>
  page.$eval('vitiligo-outlook', (host) => {
    const root = host.shadowRoot!.querySelector('.root');
    const title = host.shadowRoot!.querySelector('.title')?.textContent.trim() ?? '';
    return { lang: root?.getAttribute('lang') ?? null, title, fallback: host.querySelector('p')!.offsetHeight > 0 };
  });

const settled = ({ page }: OpenPage) => page.$eval('vitiligo-outlook', ({ updateComplete }) => updateComplete);

/** Adds an element to a page that has none, as a script under a strict policy does. */
const addElement = (page: OpenPage['page'], lang?: string) =>
  page.evaluate((ownLang) => {
    const host = document.createElement('vitiligo-outlook');
    host.append(Object.assign(document.createElement('p'), { textContent: 'The clinic’s own words' }));
    if (ownLang) host.lang = ownLang;
    document.body.append(host);
  }, lang);

/** Holds back a file of the page: once that is asked for, gives what lets it through. */
async function hold(page: OpenPage['page'], name: string) {
  await page.setRequestInterception(true);
  const asked = new Promise<() => void>((resolve) => {
    page.on('request', (request) => {
      if (request.url().includes(name)) resolve(() => void request.continue());
      else void request.continue();
    });
  });
  // In an object, since awaiting this function would await the promise too.
  return { asked };
}

/** Runs in the page before its scripts: keeps the first words of every element that renders. */
function keepFirstWords(): void {
  window.titles = [];
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit) {
    const root = attach.call(this, init);
    const keep = () => {
      const title = root.querySelector('.title')?.textContent.trim();
      if (title && window.titles!.at(-1) !== title) window.titles!.push(title);
    };
    new MutationObserver(keep).observe(root, { childList: true, subtree: true, characterData: true });
    return root;
  };
}

declare global {
  interface Window {
    titles?: string[];
  }
}

const ENGLISH = 'Calcineurin creams for vitiligo: what published studies found';
const FRENCH = 'Crèmes aux inhibiteurs de la calcineurine pour le vitiligo\u202f: ce que les études publiées ont trouvé';

/** A page with an element that is told French, whose words cannot be loaded until that is mended. */
function withoutFrench(use: (open: OpenPage, mend: () => void) => Promise<void>): Promise<void> {
  let isDown = true;
  return withSite(pageWith(MODULES), async (open) => {
    const { page } = open;
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (isDown && request.url().includes('/fr.source-')) void request.abort();
      else void request.continue();
    });
    await addElement(page, 'fr');
    await settled(open);
    expect(await shown(open)).toEqual({ lang: 'en', title: ENGLISH, fallback: false } satisfies Shown);
    await use(open, () => void (isDown = false));
  });
}

describe('an element in another language', () => {
  test('shows the page’s own words until its words are there, and never a word of English', () => {
    return withSite(
      pageWith(MODULES),
      async (open) => {
        const { page } = open;
        const { asked } = await hold(page, '/fr.source-');
        await page.evaluate(() => (document.documentElement.lang = 'fr-CA'));
        await addElement(page);
        const release = await asked;
        expect(await shown(open)).toEqual({ lang: null, title: '', fallback: true } satisfies Shown);
        release();
        await settled(open);
        expect(await shown(open)).toEqual({ lang: 'fr', title: FRENCH, fallback: false } satisfies Shown);
        expect(await page.evaluate(() => window.titles)).toEqual([FRENCH]);
        expect(open.complaints).toEqual([]);
        expect(await open.blocked()).toEqual([]);
      },
      { before: keepFirstWords },
    );
  });

  test('keeps the language before until the next one is there, while its questions go on answering', () => {
    return withSite(pageWith(MODULES, element('lang="fr"')), async (open) => {
      const { page } = open;
      await settled(open);
      const { asked } = await hold(page, '/ko.source-');
      await page.$eval('vitiligo-outlook', (host) => {
        host.lang = 'ko';
        host.shadowRoot!.querySelector<HTMLInputElement>('[value=hands-feet]')!.click();
      });
      const release = await asked;
      await page.$eval('vitiligo-outlook', () => new Promise(requestAnimationFrame));
      expect(await shown(open)).toEqual({ lang: 'fr', title: FRENCH, fallback: false } satisfies Shown);
      expect(await page.$eval('vitiligo-outlook', ({ outlook }) => outlook!.inputs.site)).toBe('hands-feet');
      const before = await page.$eval('vitiligo-outlook', ({ shadowRoot }) => shadowRoot!.textContent);
      expect(before).toContain('mains et pieds');
      release();
      await settled(open);
      expect(await shown(open)).toMatchObject({ lang: 'ko', fallback: false });
    });
  });

  test('is English where its words cannot be loaded', () => withoutFrench(() => Promise.resolve()));

  test.runIf(inChromium('asks again for a failed module'))('asks again for words that could not be loaded when told to', () =>
    withoutFrench(async (open, mend) => {
      mend();
      await open.page.$eval('vitiligo-outlook', (host) => host.setAttribute('lang', 'fr-BE'));
      await settled(open);
      expect(await shown(open)).toMatchObject({ lang: 'fr', title: FRENCH });
    }),
  );

  test('comes with the one file, without a request', () =>
    withSite(pageWith(ONE_FILE, element('lang="ar-EG"')), async (open) => {
      await settled(open);
      expect(await shown(open)).toMatchObject({ lang: 'ar', fallback: false });
      // Firefox tells of a font of its own, as a data URL.
      expect(open.requests.filter((url) => !url.startsWith('data:'))).toHaveLength(2);
      expect(open.complaints).toEqual([]);
    }));

  test('loads no other language, and English none', () =>
    withSite(pageWith(MODULES, element('lang="es-419"')), async (open) => {
      await settled(open);
      expect(open.requests.filter((url) => /\.source-/.test(url)).map((url) => /(\w+)\.source-/.exec(url)![1])).toEqual(['es']);
      await open.page.$eval('vitiligo-outlook', (host) => host.setAttribute('lang', 'en'));
      await settled(open);
      expect(await shown(open)).toMatchObject({ lang: 'en', title: ENGLISH });
      expect(open.requests.filter((url) => /\.source-/.test(url))).toHaveLength(1);
    }));
});

describe('from right to left', () => {
  test.each([320, 768, 1280])('nothing is wider than the window at %i pixels, and the chart keeps its direction', (width) =>
    withSite(
      pageWith(MODULES, element('lang="ar-EG" site="face-neck"')),
      async (open) => {
        await settled(open);
        const found = await open.page.$eval('vitiligo-outlook', (host) => {
          const at = (selector: string) => host.shadowRoot!.querySelector(selector)!.getBoundingClientRect();
          const [bar, range, estimate] = [at('.bar'), at('.bar-range'), at('.bar-estimate')];
          const center = ({ left, width }: DOMRect) => left + width / 2;
          return {
            dir: host.shadowRoot!.querySelector('.root')!.getAttribute('dir'),
            titleAtStart: at('.title').right > at('.switch').right - 1,
            tooWide: document.documentElement.scrollWidth - window.innerWidth,
            estimateAt: (center(estimate) - bar.left) / bar.width,
            rangeFrom: (range.left - bar.left) / bar.width,
          };
        });
        expect(found).toMatchObject({ dir: 'rtl', titleAtStart: true });
        expect(found.tooWide).toBeLessThanOrEqual(0);
        // 73.1 of 100, from 62.6: nearer to the right end, as in every language.
        expect(found.estimateAt).toBeCloseTo(0.731, 1);
        expect(found.rangeFrom).toBeCloseTo(0.626, 1);
      },
      { viewport: { width, height: 800 } },
    ),
  );
});
