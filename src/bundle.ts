/**
 * The entry of the one file, a classic script. `data-tag="clinic-outlook"` on its script element gives the element that
 * name. The build asks before all of it whether the name is free: see `guarded` in vite.config.ts.
 */
import { define } from './index.js';

define(document.currentScript?.dataset['tag']);
