import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { pageWith, withSite } from './temporary-site.js';

const demo = (name: string) => readFileSync(fileURLToPath(new URL(`../../demo/${name}`, import.meta.url)), 'utf8');
const files = Object.fromEntries(['embed.html', 'embed.css', 'embed.js', 'embed-parent.js'].map((name) => [name, demo(name)]));
const FRAME = '<iframe data-vitiligo-outlook src="embed.html#site=face-neck&amp;onclick=x" width="400" title="Outlook"></iframe>';
// The page inside brings its own policy; this one is of the page around it.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; img-src 'self' data:";

test('the script of the page around it is at most 1 kB', () => {
  expect(Buffer.byteLength(demo('embed-parent.js'))).toBeLessThanOrEqual(1000);
});

test('the frame takes inputs from its address and from messages, and has the height of its content', () =>
  withSite(
    pageWith('<script src="embed-parent.js"></script>', FRAME),
    async ({ page, complaints }) => {
      const inner = page.frames()[1]!;
      const fits = () =>
        page.waitForFunction(() => {
          const frame = document.querySelector('iframe')!;
          const content = frame.contentDocument!.documentElement;
          return content.querySelector('vitiligo-outlook')!.shadowRoot && frame.clientHeight > 400 &&
            Math.abs(frame.clientHeight - content.getBoundingClientRect().height) <= 1;
        });
      await fits();
      const site = () => inner.$eval('vitiligo-outlook', (element) => element.getAttribute('site'));
      expect(await site()).toBe('face-neck');
      expect(await inner.$eval('vitiligo-outlook', (element) => element.hasAttribute('onclick'))).toBe(false);
      const send = (data: unknown) =>
        page.evaluate((message) => document.querySelector('iframe')!.contentWindow!.postMessage(message, '*'), data);
      await send({ type: 'vitiligo-outlook', inputs: { site: 'hands-feet', onclick: 'x' } });
      await inner.waitForSelector('vitiligo-outlook[site=hands-feet]:not([onclick])');
      await send({ type: 'other', inputs: { site: 'trunk-extremities' } });
      await send(null);
      await fits();
      expect(await site()).toBe('hands-feet');
      expect(complaints).toEqual([]);
    },
    { files, policy },
  ));

test('a page of another origin is neither heard nor told anything', () =>
  withSite(
    pageWith('<script src="listen.js"></script><iframe sandbox="allow-scripts allow-same-origin" title="Outlook"></iframe>'),
    async ({ page, requests }) => {
      // The same site by its other name is another origin.
      const other = new URL('embed.html', requests[0]).href.replace('127.0.0.1', 'localhost');
      await page.evaluate((address) => (document.querySelector('iframe')!.src = address), other);
      const frame = await page.waitForFrame((one) => one.url().includes('localhost'), { timeout: 5000 });
      await frame.waitForSelector('vitiligo-outlook');
      await page.evaluate(() => {
        const message = { type: 'vitiligo-outlook', inputs: { site: 'hands-feet' } };
        document.querySelector('iframe')!.contentWindow!.postMessage(message, '*');
      });
      await page.waitForNetworkIdle({ idleTime: 300 });
      expect(await frame.$eval('vitiligo-outlook', (element) => element.hasAttribute('site'))).toBe(false);
      expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([]);
    },
    {
      files: { ...files, 'listen.js': "window.heard = []; addEventListener('message', ({ data }) => heard.push(data));" },
      policy: '',
    },
  ));
