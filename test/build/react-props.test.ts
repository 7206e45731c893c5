import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const read = (name: string) => readFileSync(fileURLToPath(new URL(`../../dist/${name}`, import.meta.url)), 'utf8');

interface Member {
  readonly kind: string;
  readonly name: string;
  readonly privacy?: string;
  readonly static?: boolean;
  readonly readonly?: boolean;
}
const manifest = JSON.parse(read('custom-elements.json')) as {
  modules: { declarations?: { name: string; members?: Member[] }[] }[];
};

test('the React component takes every property that a host can set', () => {
  const { members = [] } = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .find(({ name }) => name === 'VitiligoOutlook')!;
  const settable = members.filter(
    (member) => member.kind === 'field' && !member.static && !member.readonly && member.privacy !== 'private',
  );
  const [, listed = ''] = /type HostProperty =([^;]*);/.exec(read('types/src/react.d.ts')) ?? [];
  const names = [...listed.matchAll(/'(\w+)'/g)].map(([, name]) => name);
  expect(names.sort()).toEqual(settable.map(({ name }) => name).sort());
});
