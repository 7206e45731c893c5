import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serve } from '../../scripts/serve.mjs';

let root: string;
let server: Awaited<ReturnType<typeof serve>>;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'serve-'));
  mkdirSync(join(root, 'demo'));
  mkdirSync(join(root, 'dist'));
  writeFileSync(join(root, 'secret.txt'), 'secret');
  writeFileSync(join(root, 'demo/index.html'), '<p>gallery</p>');
  writeFileSync(join(root, 'dist/a b.js'), 'export {};');
  symlinkSync(join(root, 'secret.txt'), join(root, 'demo/link.txt'));
  server = await serve({ root, headers: { 'Content-Security-Policy': "default-src 'none'" } });
});

afterEach(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

/** Asks for a path exactly as written; `fetch` would tidy it up first. */
function ask(path: string, method = 'GET'): Promise<{ status: number; headers: NodeJS.Dict<unknown>; body: string }> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on('error', reject).end();
  });
}

test('the root leads to the gallery', async () => {
  expect(await ask('/')).toMatchObject({ status: 302, headers: { location: '/demo/' } });
  expect(await ask('/demo')).toMatchObject({ status: 302, headers: { location: '/demo/' } });
  expect(await ask('/demo/?site=any')).toMatchObject({ status: 200, body: '<p>gallery</p>' });
});

test('a file comes with its media type, its length and the headers asked for', async () => {
  const { headers, body } = await ask('/dist/a%20b.js');
  expect(body).toBe('export {};');
  expect(headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'content-length': '10',
    'content-security-policy': "default-src 'none'",
    'x-content-type-options': 'nosniff',
  });
});

test('HEAD sends the headers alone', async () => {
  expect(await ask('/demo/', 'HEAD')).toMatchObject({ status: 200, body: '', headers: { 'content-length': '14' } });
});

test.each([
  ['/secret.txt', 404],
  ['/demo/../secret.txt', 404],
  ['/demo/..%2fsecret.txt', 404],
  ['/demo/%2e%2e/secret.txt', 404],
  ['/demo/..%5csecret.txt', 404],
  ['//etc/passwd', 404],
  ['/demo/link.txt', 404],
  ['/demo/missing.html', 404],
  ['/dist/', 404],
  ['/demo/%', 400],
  ['/demo/%00', 400],
])('%s is refused with %i', async (path, status) => {
  const answer = await ask(path);
  expect(answer.status).toBe(status);
  expect(answer.body).not.toContain('secret');
});

test('nothing can be written', async () => {
  expect(await ask('/demo/', 'PUT')).toMatchObject({ status: 405 });
});

test('a port that is taken leads to the next free one', async () => {
  const taken = Number(new URL(server.url).port);
  const second = await serve({ root, port: taken });
  const port = Number(new URL(second.url).port);
  await second.close();
  expect(port).toBeGreaterThan(taken);
});
