import { launch } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { launchOptions } from '../../scripts/browser-launch.mjs';
import { findBrowser } from '../../scripts/find-browser.mjs';

/** A machine on which only these files exist, and no packaged browser can be unpacked. */
function machine(...files: string[]) {
  return {
    env: {} as Record<string, string>,
    platform: 'linux',
    arch: 'x64',
    isFile: (path: string) => files.includes(path),
    unpack: (): Promise<{ executablePath: string; env: Record<string, string> }> =>
      Promise.reject(new Error('no such package')),
  };
}

describe('CHROME_PATH', () => {
  test('comes before an installed browser', async () => {
    const surroundings = { ...machine('/mine/chrome', '/usr/bin/chromium'), env: { CHROME_PATH: '/mine/chrome' } };
    expect(await findBrowser(surroundings)).toMatchObject({ executablePath: '/mine/chrome', from: 'CHROME_PATH' });
  });

  test('that names no file is an error, even where another browser is installed', async () => {
    const surroundings = { ...machine('/usr/bin/chromium'), env: { CHROME_PATH: '/mine/chrome' } };
    await expect(findBrowser(surroundings)).rejects.toThrow('CHROME_PATH is "/mine/chrome", but there is no such file');
  });

  test.each([
    ['/mine/chrome-headless-shell', 'shell'],
    ['/mine/headless_shell', 'shell'],
    ['/mine/chrome', true],
  ])('%s starts in headless mode %s', async (path, headless) => {
    expect(await findBrowser({ ...machine(path), env: { CHROME_PATH: path } })).toMatchObject({ headless });
  });
});

describe('an installed browser', () => {
  test.each([
    ['linux', '/usr/bin/chromium', {}],
    ['linux', '/opt/google/chrome/chrome', {}],
    ['linux', '/home/me/bin/microsoft-edge', { PATH: '/usr/local/bin:/home/me/bin' }],
    ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', {}],
    ['darwin', '/Users/me/Applications/Chromium.app/Contents/MacOS/Chromium', { HOME: '/Users/me' }],
    ['win32', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', { PROGRAMFILES: 'C:\\Program Files' }],
    ['win32', 'C:\\Tools\\msedge.exe', { Path: 'C:\\Windows;C:\\Tools' }],
  ])('is found on %s at %s', async (platform, path, env) => {
    const found = await findBrowser({ ...machine(path), platform, env });
    expect(found).toEqual({ executablePath: path, headless: true, env: {}, from: 'installed' });
  });

  test('comes before the packaged one', async () => {
    const surroundings = {
      ...machine('/usr/bin/chromium'),
      unpack: () => Promise.resolve({ executablePath: '/packaged/chromium', env: {} }),
    };
    expect(await findBrowser(surroundings)).toMatchObject({ executablePath: '/usr/bin/chromium' });
  });
});

describe('the packaged browser', () => {
  const env = { LD_LIBRARY_PATH: '/packaged/lib' };
  const unpack = () => Promise.resolve({ executablePath: '/packaged/chromium', env });

  test('is unpacked where none is installed, and comes with its libraries', async () => {
    expect(await findBrowser({ ...machine(), unpack })).toEqual({
      executablePath: '/packaged/chromium',
      headless: 'shell',
      env,
      from: 'packaged',
    });
  });

  test.each([
    ['darwin', 'arm64'],
    ['win32', 'x64'],
    ['linux', 'arm64'],
  ])('is not tried on %s %s, for which it has no program', async (platform, arch) => {
    await expect(findBrowser({ ...machine(), unpack, platform, arch })).rejects.toThrow('No browser was found');
  });

  test.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'starts on this machine with what it brings along',
    async () => {
      const browser = await launch(await launchOptions(await findBrowser({ env: {}, isFile: () => false })));
      const page = await browser.newPage();
      await page.setContent('<p>up');
      expect(await page.$eval('p', (paragraph) => paragraph.textContent)).toBe('up');
      await browser.close();
    },
    30_000,
  );
});

test('without any browser, the message names the three ways to get one', async () => {
  const message = await findBrowser(machine()).then(
    () => 'found one',
    (error: Error) => error.message,
  );
  expect(message).toContain('CHROME_PATH');
  expect(message).toContain('install Chrome, Chromium or Edge');
  expect(message).toContain('@sparticuz/chromium');
});
