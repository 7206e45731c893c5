import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import { launchOptions } from '../browser-launch.mjs';
import { firefoxOptions } from './firefox.mjs';
import { ENGINES, findEngine } from './find-engines.mjs';
import { webKitLauncher } from './webkit-launcher.mjs';

/** @typedef {import('./find-engines.mjs').EngineName} EngineName */

/** Dark colours themselves are tested in every engine, by `theme="dark"`. */
const SYSTEM_COLOURS = 'test/element/system-colours.test.ts';

/**
 * Test files that an engine cannot run, each with the reason, which the run prints.
 * @type {Record<EngineName, {file: string, because: string}[]>}
 */
export const LEFT_OUT = {
  chromium: [],
  firefox: [{ file: SYSTEM_COLOURS, because: 'its remote protocol cannot set the colours of the system' }],
  webkit: [{ file: SYSTEM_COLOURS, because: 'its driver cannot set the colours of the system' }],
};

/**
 * The engine that the variable ENGINE names; Chromium unless it does.
 * @param {Record<string, string | undefined>} env
 * @returns {EngineName}
 */
export function engineOf({ ENGINE = 'chromium' }) {
  const engine = ENGINES.find((name) => name === ENGINE);
  if (!engine) throw new RangeError(`ENGINE must be one of ${ENGINES.join(', ')}, not "${ENGINE}"`);
  return engine;
}

/**
 * @param {EngineName} name
 * @returns {Promise<import('@web/test-runner-core').BrowserLauncher>}
 */
export async function launcherOf(name) {
  if (name === 'chromium') return chromeLauncher({ puppeteer, launchOptions: await launchOptions() });
  const engine = await findEngine(name);
  if (engine.missing) throw new Error(engine.missing);
  if (name === 'webkit') return webKitLauncher(engine);
  return chromeLauncher({ puppeteer, launchOptions: firefoxOptions(engine), concurrency: 1 });
}
