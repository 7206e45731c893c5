/**
 * TypeScript for JSX: what stands in the element's tag.
 * @param {import('./manifest.mjs').Element} element
 */
export function jsxTypes({ attributes, members, events }) {
  const byAttribute = attributes.map(({ name, description, type }) => entry(quoted(name), typeIn(type), description));
  const properties = members.filter(({ kind, readonly, static: isStatic }) => kind === 'field' && !readonly && !isStatic);
  const byProperty = properties
    .filter(({ name }) => !attributes.some((attribute) => attribute.name === name))
    .map(({ name, description }) => entry(name, `VitiligoOutlook['${name}']`, description));
  const byEvent = events.map(({ name, type, description }) =>
    entry(quoted(`on${name}`), `(event: ${type?.text}) => void`, description),
  );
  return [
    '// Written by "npm run metadata" from the class and its doc block.',
    'import type {',
    ...['VitiligoOutlook', ...events.map(({ type }) => type?.text)].sort().map((name) => `  ${name},`),
    "} from './index.js';",
    '',
    '/** What stands in the tag: attributes, the properties of the same meaning, and the events as JSX names them. */',
    'export interface VitiligoOutlookAttributes {',
    ...[...byAttribute, ...byProperty, ...byEvent].flat(),
    '}',
    '',
  ].join('\n');
}

/**
 * @param {string} name
 * @param {string} type
 * @param {string} description
 */
function entry(name, type, description) {
  return [`  /** ${description} */`, `  ${name}?: ${type};`];
}

/** An attribute's text: a framework may also leave it out. @param {{text: string} | undefined} type */
function typeIn(type) {
  return `${type?.text ?? 'string'} | undefined`;
}

/** @param {string} name */
function quoted(name) {
  return name.includes('-') ? `'${name}'` : name;
}
