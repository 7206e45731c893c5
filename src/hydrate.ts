/**
 * Takes over elements that a server rendered (`@lit-labs/ssr`), without rendering them anew, and registers the tag. Has
 * to be the first of a page's modules that brings Lit: the support for it must be there before Lit is evaluated. So the
 * build copies this file as it is: a bundler would set the imports in another order.
 */
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import './define.js';

export * from './index.js';
