import { INPUT_NAMES, type InputName, type Inputs } from '../../evidence/inputs.js';
import { attributeName } from '../host-values.js';

/** How a fragment of this element begins, so that it is never taken for a page's own. */
export const FRAGMENT = '#vitiligo-outlook';

/**
 * A link to a page with the four answers in its fragment, which browsers do not send. The page is the one that it names
 * as its canonical address, else its own address without the query: what else stands there, such as a session, does not
 * belong to a link that is passed on. An answer that was not understood is left out.
 */
export function linkTo(inputs: Inputs, page: Document = document): string {
  const canonical = page.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  const link = new URL(canonical || page.location.href);
  if (!canonical) link.search = '';
  const answers = INPUT_NAMES.flatMap((name) => (inputs[name] === null ? [] : [[attributeName(name), inputs[name]]]));
  link.hash = [FRAGMENT, new URLSearchParams(answers)].join('&');
  return link.href;
}

/** The answers in a fragment, as they stand there: a value that is not understood is for the element to name. */
export function answersIn(fragment: string): Partial<Record<InputName, string>> {
  const [start, ...rest] = fragment.split('&');
  if (start !== FRAGMENT) return {};
  const given = new URLSearchParams(rest.join('&'));
  return Object.fromEntries(
    INPUT_NAMES.flatMap((name) => {
      const value = given.get(attributeName(name));
      return value === null ? [] : [[name, value]];
    }),
  );
}
