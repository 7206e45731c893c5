import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));

/** The folders that pages need; nothing else of the repository is served. */
const FOLDERS = ['demo', 'dist'];

/** @type {Record<string, string>} */
const MEDIA_TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** How many ports after the first are tried before giving up. */
const PORT_TRIES = 20;

/**
 * Pages that are made when they are asked for, by path.
 * @typedef {Record<string, (questions: URLSearchParams) => Promise<string>>} Pages
 */

/**
 * Serves the demo pages and the build to this machine alone.
 * @param {object} [options]
 * @param {string} [options.root]  the folder that holds `demo/` and `dist/`
 * @param {number} [options.port]  the first port to try; 0 takes any free one
 * @param {Record<string, string>} [options.headers]  sent with every file, such as a content security policy
 * @param {Pages} [options.pages]
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function serve({ root = REPOSITORY, port = 0, headers = {}, pages = {} } = {}) {
  const realRoot = await realpath(root);
  const server = createServer((request, response) => {
    answer({ root: realRoot, headers, pages }, request, response).catch(() => fail(response, 500, 'Internal error'));
  });
  const chosen = await listenOnFreePort(server, port);
  return { url: `http://127.0.0.1:${chosen}`, close: () => close(server) };
}

/**
 * @param {{root: string, headers: Record<string, string>, pages: Pages}} site
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer({ root, headers, pages }, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return fail(response, 405, 'Method not allowed');
  const path = decodedPath(request.url ?? '/');
  if (path === undefined) return fail(response, 400, 'Bad request');
  if (path === '/') return redirect(response, '/demo/');
  if (Object.hasOwn(pages, path)) {
    const text = await pages[path]?.(new URL(request.url ?? '/', 'http://localhost').searchParams);
    return response.writeHead(200, { 'Content-Type': MEDIA_TYPES['.html'], ...headers }).end(text);
  }
  const file = await findFile(root, path);
  if (file === undefined) return fail(response, 404, 'Not found');
  if (file.isFolder) return redirect(response, `${path}/`);
  response.writeHead(200, {
    'Content-Type': MEDIA_TYPES[extname(file.path)] ?? 'application/octet-stream',
    'Content-Length': file.size,
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    ...headers,
  });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file.path).on('error', () => response.destroy()).pipe(response);
}

/**
 * The path of a request, decoded, or undefined where it is malformed.
 * @param {string} url
 */
function decodedPath(url) {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

/**
 * The file a path names, if it lies - links followed - in a folder that is served.
 * @param {string} root
 * @param {string} path
 */
async function findFile(root, path) {
  try {
    const real = await realpath(join(root, path.endsWith('/') ? `${path}index.html` : path));
    if (!FOLDERS.some((folder) => `${real}${sep}`.startsWith(join(root, folder) + sep))) return undefined;
    const stats = await stat(real);
    return { path: real, size: stats.size, isFolder: stats.isDirectory() };
  } catch {
    return undefined;
  }
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} location
 */
function redirect(response, location) {
  response.writeHead(302, { Location: location }).end();
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} text
 */
function fail(response, status, text) {
  if (response.headersSent) return response.destroy();
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

/**
 * @param {import('node:http').Server} server
 * @param {number} first
 */
async function listenOnFreePort(server, first) {
  const last = first === 0 ? 0 : first + PORT_TRIES;
  for (let port = first; ; port += 1) {
    try {
      return await listen(server, port);
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || port >= last) throw error;
    }
  }
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<number>}
 */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/**
 * @param {import('node:http').Server} server
 * @returns {Promise<void>}
 */
function close(server) {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
