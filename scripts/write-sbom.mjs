import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What is inside the build although the package does not depend on it: a part of jStat, prebundled for the engine
 * (src/stats/vendor), and the React wrapper's foundation. With their licences, which the lock file leaves out for some.
 * @type {Record<string, string>}
 */
const BUILT_IN = { 'node_modules/jstat': 'MIT', 'node_modules/@lit/react': 'BSD-3-Clause' };

/**
 * @typedef {object} Locked
 * @property {string} version
 * @property {string | undefined} [license]
 * @property {string} [integrity]
 * @property {boolean} [dev]
 * @property {boolean} [devOptional]
 * @property {boolean} [peer]
 */

/**
 * Writes the software bill of materials (CycloneDX 1.5): what the package depends on, and what its script-tag builds
 * hold, each with version, licence and hash, all from the lock file. The same lock file gives the same bytes, so it has
 * neither a time nor a serial number.
 * @param {string} repository
 * @param {string} file
 */
export function writeSbom(repository, file) {
  /** @param {string} name */
  const readJson = (name) => JSON.parse(readFileSync(join(repository, name), 'utf8'));
  const { name, version, description, license } = readJson('package.json');
  /** @type {Record<string, Locked>} */
  const locked = readJson('package-lock.json').packages;
  const components = Object.entries(locked)
    .filter(([path, entry]) => path !== '' && isShipped(path, entry))
    .map(([path, entry]) => component(path.replace(/^.*node_modules\//, ''), { license: BUILT_IN[path], ...entry }));
  const main = { type: 'library', 'bom-ref': purl(name, version), name, version, description, ...licences(license) };
  const sbom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { ...main, purl: purl(name, version) } },
    components,
    dependencies: [{ ref: purl(name, version), dependsOn: components.map(({ purl }) => purl) }],
  };
  writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);
}

/**
 * @param {string} path
 * @param {Locked} entry
 */
function isShipped(path, { dev, devOptional, peer }) {
  return path in BUILT_IN || !(dev || devOptional || peer);
}

/**
 * @param {string} name
 * @param {Locked} entry
 */
function component(name, { version, license, integrity }) {
  return {
    type: 'library',
    'bom-ref': purl(name, version),
    name,
    version,
    scope: 'required',
    ...licences(license),
    ...(integrity ? { hashes: [hash(integrity)] } : {}),
    purl: purl(name, version),
  };
}

/** @param {string | undefined} license */
function licences(license) {
  return license ? { licenses: [{ expression: license }] } : {};
}

/** @param {string} integrity  as in the lock file: `sha512-` and base64 */
function hash(integrity) {
  const [algorithm = '', base64 = ''] = integrity.split('-');
  return { alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(base64, 'base64').toString('hex') };
}

/**
 * @param {string} name
 * @param {string} version
 */
function purl(name, version) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}
