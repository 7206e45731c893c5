import type { Issue } from '../schema/issue.js';

/** What was found in each core that was looked at. */
const looked = new WeakMap<object, readonly Issue[]>();

const NOT_LOADED: readonly Issue[] = [{ code: 'unreadable', path: [] }];

const isObject = (core: unknown): core is object => typeof core === 'object' && core !== null;

/** Marks a core as fit without a look at it: the bundled one was checked when it was built. */
export function vouchFor(core: object): void {
  looked.set(core, []);
}

/** What is wrong with a core; `null` while nobody has looked at it. */
export function issuesOf(core: unknown): readonly Issue[] | null {
  if (!isObject(core)) return [{ code: 'wrong-type', path: [], value: String(core) }];
  return looked.get(core) ?? null;
}

/** Looks at a host's own core. The check loads for it alone, and where it cannot, nothing is shown. */
export async function look(core: unknown): Promise<void> {
  if (!isObject(core) || looked.has(core)) return;
  const issues = await import('../evidence/check-core.js').then(({ checkCore }) => checkCore(core)).catch(() => NOT_LOADED);
  looked.set(core, issues);
}
