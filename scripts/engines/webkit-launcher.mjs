import { startWebKit } from './webkit.mjs';

/**
 * Runs tests of Web Test Runner in WebKit. The driver knows one window, so that test files follow one another; each
 * stands in a frame, because the window cannot be made as narrow as the narrowest layout.
 *
 * The runner's commands for keys, window size and media go by the kind of browser: this one has pages of the form that
 * they know as `playwright`.
 * @param {import('./find-engines.mjs').Engine} engine
 * @returns {import('@web/test-runner-core').BrowserLauncher}
 */
export function webKitLauncher(engine) {
  /** @type {Promise<import('./webkit.mjs').WebKit> | null} */
  let started = null;
  /** @type {Map<string, {url: string, page: object}>} */
  const active = new Map();
  return /** @type {import('@web/test-runner-core').BrowserLauncher} */ ({
    name: 'WebKit',
    type: 'playwright',
    concurrency: 1,
    async startSession(sessionId, url) {
      started ??= startWebKit(engine);
      const webKit = await started;
      active.set(sessionId, { url, page: pageOf(webKit) });
      // Of the same origin as the tests, so that a frame counts as this site's own.
      await webKit.go(new URL('/__web-test-runner__/nothing', url).href);
      await webKit.run(SHOW_IN_FRAME, url, 800, 600);
    },
    isActive: (sessionId) => active.has(sessionId),
    getBrowserUrl: (sessionId) => active.get(sessionId)?.url,
    getPage: (/** @type {string} */ sessionId) => active.get(sessionId)?.page,
    async stopSession(sessionId) {
      active.delete(sessionId);
      await (await started)?.go('about:blank');
      return {};
    },
    startDebugSession: () => Promise.reject(new Error('WebKit has no debug session here.')),
    stop: async () => (await started)?.close(),
  });
}

const SHOW_IN_FRAME = `
  document.body.textContent = '';
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position: fixed; inset: 0 auto auto 0; border: 0';
  [frame.style.width, frame.style.height] = [arguments[1] + 'px', arguments[2] + 'px'];
  frame.src = arguments[0];
  document.body.append(frame);
  frame.focus();`;

const RESIZE_FRAME = `
  const { style } = document.querySelector('iframe');
  [style.width, style.height] = [arguments[0] + 'px', arguments[1] + 'px'];
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));`;

/** Keys by their names in the runner's commands, as WebDriver writes them. */
const KEYS = /** @type {Record<string, string>} */ ({
  Tab: '\ue004',
  Enter: '\ue007',
  Shift: '\ue008',
  Space: ' ',
  Escape: '\ue00c',
  Home: '\ue011',
  End: '\ue010',
  ArrowLeft: '\ue012',
  ArrowUp: '\ue013',
  ArrowRight: '\ue014',
  ArrowDown: '\ue015',
});

/** @param {string} name */
function keyNamed(name) {
  const key = KEYS[name] ?? (name.length === 1 ? name : undefined);
  if (key === undefined) throw new RangeError(`keyNamed requires a key of its list, not "${name}"`);
  return key;
}

/** @param {import('./webkit.mjs').WebKit} webKit */
function pageOf(webKit) {
  /** @param {string} value @returns {import('./webkit.mjs').KeyAction} */
  const down = (value) => ({ type: 'keyDown', value });
  /** @param {string} value @returns {import('./webkit.mjs').KeyAction} */
  const up = (value) => ({ type: 'keyUp', value });
  return {
    keyboard: {
      press: (/** @type {string} */ name) => webKit.keys([down(keyNamed(name)), up(keyNamed(name))]),
      down: (/** @type {string} */ name) => webKit.keys([down(keyNamed(name))]),
      up: (/** @type {string} */ name) => webKit.keys([up(keyNamed(name))]),
      type: (/** @type {string} */ text) => webKit.keys([...text].flatMap((sign) => [down(sign), up(sign)])),
    },
    setViewportSize: (/** @type {{width: number, height: number}} */ { width, height }) =>
      webKit.run(RESIZE_FRAME, width, height),
    emulateMedia: () => Promise.reject(new Error('WebKit’s driver cannot emulate media features.')),
  };
}
