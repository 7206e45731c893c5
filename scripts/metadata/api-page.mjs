import { TAG } from './manifest.mjs';

/** @typedef {import('./manifest.mjs').Documented} Documented */

/**
 * The reference page, docs/api.md.
 * @param {import('./manifest.mjs').Element} element
 */
export function apiPage({ description, attributes, members, events, slots, cssParts, cssProperties, cssStates }) {
  const properties = members.filter(({ kind, static: isStatic }) => kind === 'field' && !isStatic);
  const statics = members.filter(({ static: isStatic }) => isStatic);
  const methods = members.filter(({ kind, static: isStatic }) => kind === 'method' && !isStatic);
  return [
    `# \`<${TAG}>\``,
    '',
    '<!-- Written by "npm run metadata" from the class and its doc block. -->',
    '',
    description,
    '',
    ...section('Attributes', ['Attribute', 'Values', 'Default'], attributes, ({ name, type, default: first }) => [
      code(name),
      code(type?.text),
      code(first),
    ]),
    'An attribute is absent when it is empty. A value that is not listed is not guessed at: a notice names it, and',
    '`input-error` is fired.',
    '',
    ...section('Properties', ['Property', 'Type', 'Attribute'], properties, ({ name, type, attribute, readonly }) => [
      `${code(name)}${readonly ? ' (read only)' : ''}`,
      code(type?.text),
      code(attribute),
    ]),
    ...section('Methods', ['Method', 'Returns'], methods, ({ name, return: result }) => [
      code(`${name}()`),
      code(result?.type.text),
    ]),
    ...section('Events', ['Event', 'Type'], events, ({ name, type }) => [code(name), code(type?.text)]),
    'Events bubble and pass shadow boundaries. Their fields stand on the event itself, not in `detail`.',
    '',
    ...section('Slots', ['Slot'], slots, ({ name }) => [name ? code(name) : '(between the tags)']),
    ...section('Parts, for `::part()`', ['Part'], cssParts, ({ name }) => [code(name)]),
    ...section('Custom properties', ['Property'], cssProperties, ({ name }) => [code(name)]),
    ...section('States, for `:state()`', ['State'], cssStates, ({ name }) => [code(name)]),
    ...section('Of the class', ['Property', 'Type'], statics, ({ name, type }) => [code(name), code(type?.text)]),
  ].join('\n');
}

/**
 * @template {Documented} T
 * @param {string} title
 * @param {string[]} columns  without the last one, the description
 * @param {T[]} rows
 * @param {(row: T) => string[]} cells
 */
function section(title, columns, rows, cells) {
  if (rows.length === 0) return [];
  const table = rows.map((row) => `| ${[...cells(row), row.description].join(' | ')} |`);
  const head = [...columns, 'What it is'];
  return [`## ${title}`, '', `| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...table, ''];
}

/** @param {string | undefined} text */
function code(text) {
  return text === undefined ? '' : `\`${text.replaceAll('|', '\\|')}\``;
}
