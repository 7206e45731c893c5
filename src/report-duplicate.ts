import { VERSION } from './version.js';

/** What a copy of the package leaves on the class that it registers. */
interface Registered {
  readonly version?: string;
  /** Whether some copy that came later has spoken up already. */
  warned?: boolean;
}

/**
 * Whoever finds a tag taken says so on the console, once for a page, where the class behind it is of another version:
 * the first one stays, and the page's author would look for the difference in vain. The same version twice is no news.
 */
export function reportDuplicate(tag: string): void {
  const registered = customElements.get(tag) as Registered | undefined;
  if (!registered || registered.version === VERSION || registered.warned) return;
  registered.warned = true;
  const first = registered.version ?? 'unknown';
  // eslint-disable-next-line no-console -- the one message of the package
  console.warn(`<${tag}>: version ${first} is registered on this page already; version ${VERSION} is left out.`);
}
