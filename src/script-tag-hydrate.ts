/** The entry of `dist/vitiligo-outlook.hydrate.js`: as `hydrate.ts`, with everything inside, for a script tag. */
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import { define } from './index.js';

define();
