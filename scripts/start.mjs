import { ensureBuilt } from './built.mjs';
import { serve } from './serve.mjs';

const FIRST_PORT = '4173';

ensureBuilt();
// Imported late: it is made with the built package.
const { renderPage } = await import('../demo/server-rendered.mjs');
const pages = { '/demo/server-rendered.html': renderPage };
const { url, close } = await serve({ pages, port: portFrom(process.env.PORT ?? FIRST_PORT) });
console.log(`The demo gallery is at ${url}/demo/ (Ctrl+C ends it).`);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void close());

/** @param {string} text */
function portFrom(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new RangeError(`PORT is "${text}", not a port number`);
}
