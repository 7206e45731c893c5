import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { styles } from '../../src/element/vitiligo-outlook.styles.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const readText = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const readJson = (name: string) => JSON.parse(readText(name));
const description = readJson('package.json');

test('every statement of the version is the same', () => {
  const { VERSION } = /VERSION = '(?<VERSION>.*)'/.exec(readText('src/version.ts'))!.groups!;
  const { version } = description;
  expect([VERSION, readJson('dist/integrity.json').version, readJson('dist/web-types.json').version]).toEqual([
    version, version, version,
  ]);
  expect(readText('CHANGELOG.md')).toContain(`## ${version}`);
});

describe('the bill of materials', () => {
  const sbom = readJson('dist/sbom.cdx.json');
  const names: string[] = sbom.components.map(({ name }: { name: string }) => name);

  test('names what the package depends on, and what its files hold', () => {
    const wanted = [...Object.keys(description.dependencies), 'lit-html', '@lit/reactive-element', 'jstat', '@lit/react'];
    expect(wanted.filter((name) => !names.includes(name))).toEqual([]);
  });

  test('names no tool, and each package once', () => {
    const tools = ['vite', 'vitest', 'typescript', 'eslint', 'react', 'puppeteer-core'];
    expect(names.filter((name) => tools.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  test('has a version, a licence and a hash for each, and neither time nor machine', () => {
    for (const { name, version, licenses, hashes, purl } of sbom.components) {
      expect({ name, version, license: licenses?.[0]?.expression, hash: hashes?.[0]?.content, purl }).toEqual({
        name,
        version: readJson(`node_modules/${name}/package.json`).version,
        license: expect.any(String),
        hash: expect.stringMatching(/^[0-9a-f]{128}$/),
        purl: expect.stringContaining(version),
      });
    }
    expect(Object.keys(sbom.metadata)).toEqual(['component']);
    expect(sbom).not.toHaveProperty('serialNumber');
  });
});

describe('the descriptions for editors', () => {
  const [{ declarations }] = readJson('dist/custom-elements.json').modules;
  const element = declarations[0];
  const source = readText('src/element/vitiligo-outlook.ts');
  const named = (list: { name: string }[]) => list.map(({ name }) => name);

  test('have every attribute that the element observes', async () => {
    const { VitiligoOutlook } = await import('../../src/element/vitiligo-outlook.js');
    const observed = (VitiligoOutlook as { observedAttributes: string[] }).observedAttributes;
    expect(observed.length).toBeGreaterThan(5);
    const vscode = readJson('dist/vscode.html-custom-data.json').tags[0].attributes;
    const jetBrains = readJson('dist/web-types.json').contributions.html.elements[0].attributes;
    for (const attributes of [element.attributes, vscode, jetBrains]) {
      expect(named(attributes).sort()).toEqual([...observed].sort());
    }
  });

  test('have every part and slot of the templates, and no other', () => {
    const files = readdirSync(join(ROOT, 'src/element')).filter((name) => name.endsWith('.ts'));
    const templates = files.map((name) => readText(`src/element/${name}`)).join('\n').replaceAll(/\/\*\*[^]*?\*\//g, '');
    const parts = new Set([...templates.matchAll(/\bpart="([\w-]+)"/g)].map(([, name]) => name!));
    for (const part of ['basis', 'analysis', 'support']) parts.add(part); // given to `onDemand`, as a value
    expect(named(element.cssParts).sort()).toEqual([...parts].sort());
    const slots = new Set([...templates.matchAll(/<slot(?: name="([\w-]+)")?/g)].map(([, name = '']) => name));
    expect(named(element.slots).sort()).toEqual([...slots].sort());
  });

  test('have every custom property that the styles read, and no other', () => {
    const files = readdirSync(join(ROOT, 'src/element')).filter((name) => name.endsWith('.styles.ts'));
    // The names of colours are put together from a table.
    const text = [styles.cssText, ...files.map((name) => readText(`src/element/${name}`))].join('\n');
    const read = new Set([...text.matchAll(/var\((--vitiligo-outlook-[\w-]+)/g)].map(([, name]) => name!));
    expect(named(element.cssProperties).sort()).toEqual([...read].sort());
  });

  test('have every event class, with the name that it fires under', () => {
    const events = [...readText('src/element/events.ts').matchAll(/eventName = '([\w-]+)'/g)].map(([, name]) => name!);
    expect(named(element.events).sort()).toEqual(events.sort());
  });

  test('have a description of everything, and nothing private', () => {
    const { attributes, members, events, slots, cssParts, cssProperties, cssStates } = element;
    const all = [attributes, members, events, slots, cssParts, cssProperties, cssStates].flat();
    expect(all.filter(({ description }: { description?: string }) => !description)).toEqual([]);
    const privates = [...source.matchAll(/(?:private (?:readonly )?|(?=#))(#?[a-z]\w+)/gi)].map(([, name]) => name!);
    expect(privates.length).toBeGreaterThan(5);
    const instance = members.filter((member: { static?: boolean }) => !member.static);
    expect(named(instance).filter((name) => privates.includes(name))).toEqual([]);
  });
});
