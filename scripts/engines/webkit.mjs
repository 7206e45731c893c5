import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * A WebKit under remote control, by the few WebDriver commands that tests need (w3.org/TR/webdriver2).
 * @typedef {object} WebKit
 * @property {(url: string) => Promise<void>} go
 * @property {(script: string, ...args: unknown[]) => Promise<any>} run  the body of a function, in the page
 * @property {(actions: KeyAction[]) => Promise<void>} keys
 * @property {() => Promise<void>} close
 *
 * @typedef {{type: 'keyDown' | 'keyUp', value: string}} KeyAction
 */

/** How long the driver may take to answer for the first time. */
const START_MILLISECONDS = 20_000;

/** How long a script may take: a walk through everything on a busy machine, not the half minute of the standard. */
const SCRIPT_MILLISECONDS = 240_000;

/** A screen large enough for the widest layout under test. */
const SCREEN = '1440x1000x24';

/**
 * @param {import('./find-engines.mjs').Engine} engine
 * @returns {Promise<WebKit>}
 */
export async function startWebKit({ executablePath, driverPath }) {
  if (!executablePath || !driverPath) throw new RangeError('startWebKit requires a browser and its driver');
  const screen = process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? null : await startScreen();
  const port = await freePort();
  const env = screen ? { ...process.env, DISPLAY: screen.display } : process.env;
  const driver = spawn(driverPath, [`--port=${port}`], { env, stdio: 'ignore' });
  const address = `http://127.0.0.1:${port}`;
  const stop = () => {
    driver.kill();
    screen?.process.kill();
  };
  try {
    await untilReady(address);
    const session = await openSession(address, executablePath);
    return {
      go: (url) => send(session, 'POST', '/url', { url }),
      run: (script, ...args) => send(session, 'POST', '/execute/async', { script: asAsync(script), args }),
      keys: (actions) => send(session, 'POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] }),
      close: () => send(session, 'DELETE', '').finally(stop),
    };
  } catch (error) {
    stop();
    throw error;
  }
}

async function startScreen() {
  const process = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [number] = await Promise.race([
    once(process.stdout, 'data'),
    once(process, 'exit').then(() => Promise.reject(new Error('Xvfb did not start.'))),
  ]);
  return { process, display: `:${String(number).trim()}` };
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

/** @param {string} address */
async function untilReady(address) {
  const end = Date.now() + START_MILLISECONDS;
  while (Date.now() < end) {
    const isReady = await send(address, 'GET', '/status').then(() => true, () => false);
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`WebKitWebDriver gave no answer within ${START_MILLISECONDS} ms.`);
}

/**
 * @param {string} address
 * @param {string} binary
 */
async function openSession(address, binary) {
  const browser = {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    timeouts: { script: SCRIPT_MILLISECONDS },
  };
  const { sessionId } = await send(address, 'POST', '/session', { capabilities: { alwaysMatch: browser } });
  return `${address}/session/${sessionId}`;
}

/**
 * @param {string} address
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @returns {Promise<any>}
 */
async function send(address, method, path, body) {
  const response = await fetch(`${address}${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  const { value } = /** @type {{value: any}} */ (await response.json());
  if (!response.ok) throw new Error(`WebDriver ${method} ${path}: ${value?.error} ${value?.message}`);
  return value;
}

/**
 * A script that may use `await` and returns its value; an error comes back as one.
 * @param {string} body
 */
function asAsync(body) {
  return `const done = arguments[arguments.length - 1];
    const given = [...arguments].slice(0, -1);
    (async function () { ${body} }).apply(window, given).then(done, (error) => done({ error: String(error) }));`;
}
