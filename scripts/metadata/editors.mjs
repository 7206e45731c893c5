import { TAG } from './manifest.mjs';

/**
 * @typedef {import('./manifest.mjs').Element} Element
 * @typedef {import('./manifest.mjs').Documented} Documented
 */

/**
 * Custom data for the HTML editor of VS Code: the tag, its attributes and their values.
 * @param {Element} element
 */
export function vscodeData({ description, attributes }) {
  return {
    version: 1.1,
    tags: [
      {
        name: TAG,
        description,
        attributes: attributes.map(({ name, description, type }) => ({
          name,
          description,
          ...(type?.text === 'boolean' ? { valueSet: 'v' } : {}),
          ...(valuesOf(type?.text).length ? { values: valuesOf(type?.text).map((value) => ({ name: value })) } : {}),
        })),
      },
    ],
  };
}

/**
 * Web types for JetBrains editors.
 * @param {Element} element
 * @param {string} version
 */
export function webTypes(element, version) {
  const { description, attributes, members, events, slots, cssParts, cssProperties } = element;
  const properties = members.filter(({ kind, static: isStatic }) => kind === 'field' && !isStatic);
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name: TAG,
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: [
          {
            name: TAG,
            description,
            attributes: attributes.map((attribute) => ({
              ...typed(attribute),
              ...(attribute.default === undefined ? {} : { default: attribute.default }),
            })),
            slots: slots.map(named),
            js: { properties: properties.map(typed), events: events.map(named) },
            css: { parts: cssParts.map(named), properties: cssProperties.map(named) },
          },
        ],
      },
    },
  };
}

/** @param {Documented} documented */
const named = ({ name, description }) => ({ name, description });

/** @param {Documented} documented */
const typed = ({ name, description, type }) => ({ name, description, value: { type: type?.text ?? 'unknown' } });

/**
 * The values of a union of string literals; none for any other type.
 * @param {string | undefined} type
 * @returns {string[]}
 */
export function valuesOf(type) {
  return [...(type ?? '').matchAll(/'([^']+)'/g)].map(([, value = '']) => value);
}
