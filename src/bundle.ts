/**
 * The entry of the one file, a classic script. `data-tag="clinic-outlook"` on its script element gives the element that
 * name. Where it is taken, the build has all of this left out: see `bundle` in vite.config.ts.
 */
import { define } from './index.js';

define(document.currentScript?.dataset['tag']);
