/** The entry of the script-tag build. Tests for the tag before Lit is evaluated: see `bundle` in vite.config.ts. */
if (!customElements.get('vitiligo-outlook')) await import('./define.js');

export {};
