import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { MODULES, ONE_FILE, pageWith, showsAnswer, STRICT, withSite } from './temporary-site.js';
import { withPage } from './with-page.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ELEMENT = '<vitiligo-outlook></vitiligo-outlook>';
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

/** The build as an older version would have it. */
const { version } = JSON.parse(read('package.json')) as { version: string };
const older = read('dist/vitiligo-outlook.bundle.js').replaceAll(`\`${version}\``, '`0.0.1`').replaceAll(version, '0.0.1');
const OLDER = '<script src="older.js"></script>';

describe('two versions on one page', () => {
  test.each([
    ['as modules', [OLDER, MODULES], version],
    ['as one file', [OLDER, ONE_FILE], version],
    ['twice', [OLDER, ONE_FILE, MODULES, ONE_FILE], version],
    ['and older', [ONE_FILE, OLDER], '0.0.1'],
  ])('the second, %s, says once that it is left out', (_name, tags, leftOut) =>
    withSite(
      pageWith(...tags, ELEMENT),
      async (open) => {
        expect(await showsAnswer(open)).toBe(true);
        expect(open.complaints).toEqual([
          `warn: <vitiligo-outlook>: version ${leftOut === version ? '0.0.1' : version} is registered on this page ` +
            `already; version ${leftOut} is left out.`,
        ]);
        expect(await open.blocked()).toEqual([]);
      },
      { files: { 'older.js': older } },
    ),
  );

  test('live side by side under names of their own, where the policy allows a second Lit', () =>
    withSite(
      pageWith(OLDER, ONE_FILE.replace('<script', '<script data-tag="new-outlook"'), ELEMENT, '<new-outlook></new-outlook>'),
      async (open) => {
        const versions = await open.page.evaluate(() =>
          ['vitiligo-outlook', 'new-outlook'].map((tag) => (customElements.get(tag) as { version?: string })?.version),
        );
        expect(versions).toEqual(['0.0.1', version]);
        expect(await showsAnswer(open, 'new-outlook')).toBe(true);
        expect(open.complaints.filter((text) => !text.includes('Multiple versions of Lit'))).toEqual([]);
      },
      {
        files: { 'older.js': older },
        policy: `${STRICT} 'allow-duplicates'`,
      },
    ),
  );
});

test.each([
  ['modules', MODULES.replace('.js', '.js?tag=clinic-outlook')],
  ['one file', ONE_FILE.replace('<script', '<script data-tag="clinic-outlook"')],
])('%s take another name', (_name, tag) =>
  withSite(pageWith(tag, '<clinic-outlook></clinic-outlook>', ELEMENT), async (open) => {
    expect(await showsAnswer(open, 'clinic-outlook')).toBe(true);
    expect(await open.page.evaluate(() => customElements.get('vitiligo-outlook') === undefined)).toBe(true);
    expect(open.complaints).toEqual([]);
  }),
);

test.each([
  ['modules', MODULES],
  ['one file', ONE_FILE],
])('%s that load late take over what stands in the page, with properties set before', (_name, tag) =>
  withSite(
    pageWith('<vitiligo-outlook site="face-neck">Ask us.</vitiligo-outlook><script src="late.js"></script>'),
    async (open) => {
      await open.page.waitForFunction(() => document.querySelector('vitiligo-outlook')?.shadowRoot);
      expect(await open.page.$eval('vitiligo-outlook', ({ outlook }) => outlook?.inputs)).toMatchObject({
        site: 'face-neck',
        ageGroup: 'child',
      });
      expect(open.complaints).toEqual([]);
    },
    {
      files: {
        'late.js': `document.querySelector('vitiligo-outlook').ageGroup = 'child';
          const script = document.createElement('script');
          ${tag.includes('module') ? "script.type = 'module';" : ''}
          script.src = '${/src="(.*?)"/.exec(tag)?.[1]}';
          setTimeout(() => document.body.append(script), 100);`,
      },
      // A script that adds scripts needs a policy of its own under Trusted Types: that page's business, not ours.
      policy: "default-src 'none'; script-src 'self'; img-src data:",
    },
  ),
);

test('a page in an old character set shows no garbled signs', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  const tag = ONE_FILE.replace('../dist', pathToFileURL(join(ROOT, 'dist')).href);
  const elements = '<vitiligo-outlook></vitiligo-outlook><vitiligo-outlook lang="ar"></vitiligo-outlook>';
  // From a folder, because the headers of a server may declare another.
  writeFileSync(join(folder, 'page.html'), `<meta charset="windows-1252"><title>Old</title>${tag}${elements}`);
  await withPage(pathToFileURL(join(folder, 'page.html')).href, async ({ page }) => {
    const [text, ofTheArabic] = await page.$$eval('vitiligo-outlook', (found) =>
      Promise.all(found.map(async (element) => (await element.updateComplete, element.shadowRoot!.textContent))),
    );
    expect(await page.evaluate(() => document.characterSet)).toBe('windows-1252');
    expect(text).toContain('·');
    expect(text).not.toMatch(/[âÂ]/);
    expect(ofTheArabic).toContain('البهاق');
  });
  rmSync(folder, { recursive: true });
});

describe('the release manifest', () => {
  const manifest = JSON.parse(read('dist/integrity.json')) as { files: Record<string, { integrity: string }> };
  const { integrity: ofBundle } = manifest.files['vitiligo-outlook.bundle.js']!;

  test('has the hash of every file that a page can load', () => {
    const chunks = readdirSync(join(ROOT, 'dist/cdn/chunks')).map((name) => `cdn/chunks/${name}`);
    const names = [...chunks, 'cdn/vitiligo-outlook.js', 'reserve.css', 'vitiligo-outlook.bundle.js', 'vitiligo-outlook.hydrate.js'];
    const hash = (name: string) => `sha384-${createHash('sha384').update(read(`dist/${name}`)).digest('base64')}`;
    expect(Object.entries(manifest.files).map(([name, { integrity }]) => [name, integrity])).toEqual(
      names.sort().map((name) => [name, hash(name)]),
    );
  });

  test.each([
    ['runs', ofBundle, true],
    ['does not run once it differs by one sign', ofBundle.replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A')), false],
  ])('the one file %s', (_name, integrity, runs) =>
    withSite(pageWith(ONE_FILE.replace('<script', `<script integrity="${integrity}"`), ELEMENT), async ({ page }) =>
      expect(await page.evaluate(() => customElements.get('vitiligo-outlook') !== undefined)).toBe(runs),
    ),
  );

  test('holds for the modules by an import map that the policy allows by its hash', () => {
    const integrity = Object.fromEntries(
      Object.entries(manifest.files).map(([name, file]) => [`/dist/${name}`, file.integrity]),
    );
    const map = JSON.stringify({ integrity });
    const hash = createHash('sha256').update(map).digest('base64');
    return withSite(
      pageWith(`<script type="importmap">${map}</script>`, MODULES, ELEMENT),
      async (open) => {
        expect(await showsAnswer(open)).toBe(true);
        expect(open.complaints).toEqual([]);
      },
      { policy: `default-src 'none'; script-src 'self' 'sha256-${hash}'; img-src data:` },
    );
  });
});
