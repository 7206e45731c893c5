/** What a copy of the package leaves on the class that it registers. */
interface Registered {
  readonly version?: string;
  /** Whether some copy that came later has spoken up already. */
  warned?: boolean;
}

/**
 * Whether a tag can be registered by this version of the package. A copy of another version that comes second says so
 * on the console, once for a page: the first one stays, and its author would look for the difference in vain. The same
 * version twice is no news. Complete in itself: the script-tag builds put its text around all of their code.
 */
export function isFree(tag: string, version: string): boolean {
  const registered = customElements.get(tag) as Registered | undefined;
  if (registered && registered.version !== version && !registered.warned) {
    registered.warned = true;
    const first = registered.version ?? 'unknown';
    // eslint-disable-next-line no-console -- the one message of the package
    console.warn(`<${tag}>: version ${first} is registered on this page already; version ${version} is left out.`);
  }
  return !registered;
}
