/**
 * The entry of `dist/cdn`, a module. `?tag=clinic-outlook` behind its address gives the element that name. It asks
 * whether the name is free before Lit is evaluated: a second copy of Lit throws under a policy that allows one.
 */
const tag = new URL(import.meta.url).searchParams.get('tag') ?? 'vitiligo-outlook';

if (customElements.get(tag)) (await import('./report-duplicate.js')).reportDuplicate(tag);
else (await import('./index.js')).define(tag);

export {};
