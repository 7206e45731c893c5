/**
 * The entry of `dist/cdn`, a module. `?tag=clinic-outlook` behind its address gives the element that name. The build
 * asks before all of it whether the name is free: see `guarded` in vite.config.ts.
 */
const tag = new URL(import.meta.url).searchParams.get('tag') ?? undefined;
(await import('./index.js')).define(tag);

export {};
