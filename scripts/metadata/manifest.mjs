// @ts-expect-error -- the analyser has no types
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { runnerImport } from 'vite';
import { REPOSITORY } from '../serve.mjs';

/**
 * What a host sees of the element, read from its source: the doc block and decorators of the class, and the values that
 * an attribute may have.
 * @typedef {{name: string, description: string, type?: {text: string}, default?: string}} Documented
 * @typedef {Documented & {attribute?: string, reflects?: boolean, readonly?: boolean, static?: boolean, kind: string,
 *   parameters?: Documented[], return?: {type: {text: string}}}} Member
 * @typedef {object} Element
 * @property {string} description
 * @property {Member[]} members  public ones
 * @property {(Documented & {fieldName: string})[]} attributes
 * @property {Documented[]} events
 * @property {Documented[]} slots
 * @property {Documented[]} cssParts
 * @property {Documented[]} cssProperties
 * @property {Documented[]} cssStates
 */

export const TAG = 'vitiligo-outlook';
const CLASS_NAME = 'VitiligoOutlook';
const SOURCE = 'src/element/vitiligo-outlook.ts';

/** Lists of the manifest that stay empty rather than absent. */
const LISTS = /** @type {const} */ (['attributes', 'events', 'slots', 'cssParts', 'cssProperties', 'cssStates']);

/**
 * The element, and the custom elements manifest (version 1) of the package around it.
 * @returns {Promise<{element: Element, manifest: unknown}>}
 */
export async function readManifest() {
  const argv = ['analyze', '--litelement', '--quiet', '--globs', SOURCE];
  /** @type {{schemaVersion: string, modules: {declarations: any[]}[]}} */
  const { schemaVersion, modules } = await cli({ argv, cwd: REPOSITORY, noWrite: true });
  const found = modules.flatMap(({ declarations }) => declarations).find(({ name }) => name === CLASS_NAME);
  const allowed = await allowedValues();
  const members = found.members
    .filter(isPublic)
    .map((/** @type {Member} */ member) => withValues(member, member.name, allowed));
  const attributes = found.attributes.map((/** @type {Element['attributes'][number]} */ attribute) =>
    withValues(attribute, attribute.fieldName, allowed),
  );
  // What the analyser guesses from `dispatchEvent` has no description, and is not part of the interface.
  const lists = Object.fromEntries(LISTS.map((name) => [name, (found[name] ?? []).filter(isDescribed)]));
  const element = { ...found, ...lists, description: oneLine(found.description), members, attributes, tagName: TAG };
  const module = { kind: 'javascript-module', path: 'dist/index.js', declarations: [element], exports: exported() };
  return { element, manifest: { schemaVersion, modules: [module] } };
}

/** @returns {Promise<Readonly<Record<string, readonly string[]>>>} */
async function allowedValues() {
  /** @type {import('vite').InlineConfig} */
  const config = { root: REPOSITORY, configFile: false, logLevel: 'error' };
  /** @type {{module: typeof import('../../src/element/host-values.js')}} */
  const { module } = await runnerImport('./src/element/host-values.ts', config);
  return module.ALLOWED;
}

/**
 * An attribute or property whose values are listed has them as its type, and the first as its default.
 * @template {Documented} T
 * @param {T} documented
 * @param {string} property
 * @param {Readonly<Record<string, readonly string[]>>} allowed
 * @returns {T}
 */
function withValues(documented, property, allowed) {
  const values = allowed[property];
  if (values === undefined) return documented;
  const quoted = values.map((value) => `'${value}'`);
  return { ...documented, type: { text: quoted.join(' | ') }, default: quoted[0] };
}

/** @param {Documented} documented */
function isDescribed({ description }) {
  return description !== undefined;
}

/** @param {{privacy?: string, name: string}} member */
function isPublic({ privacy, name }) {
  return privacy === undefined && !['styles', 'shadowRootOptions'].includes(name);
}

function exported() {
  const declaration = { name: CLASS_NAME, module: 'dist/index.js' };
  return [
    { kind: 'js', name: CLASS_NAME, declaration },
    { kind: 'custom-element-definition', name: TAG, declaration },
  ];
}

/** @param {string} text */
function oneLine(text) {
  return text.replaceAll(/\s*\n\s*/g, ' ');
}
