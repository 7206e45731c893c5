import { describe, expect, it } from 'vitest';
import { buildOutputs } from '../../data/outputs.js';
import { readChangelog } from '../../data/read-changelog.js';
import { readData } from './read-files.js';

const TEXT = `# Changes

## 2027.1 - 2027-02-03

Words before the list.

- One \`record-id\`, which goes
  on here.
- Two.

## 2026.1 - 2026-11-22

- Three.
`;

describe('the changes of the evidence', () => {
  it('are read by release, the newest first, a line for each point', () => {
    expect(readChangelog(TEXT)).toEqual([
      { version: '2027.1', date: '2027-02-03', changes: ['One record-id, which goes on here.', 'Two.'] },
      { version: '2026.1', date: '2026-11-22', changes: ['Three.'] },
    ]);
  });

  it('begin with the release at hand', () => {
    const { version, date } = JSON.parse(readData('release.json'));
    const changes = JSON.parse(readData('changes.json'));
    expect(changes[0]).toMatchObject({ version, date });
    expect(changes[0].changes.length).toBeGreaterThan(0);
    expect(JSON.parse(readData('details.json')).changes).toEqual(changes);
  });

  it.each([
    ['of another release', (text: string) => text.replace(/## \d{4}/, '## 2031')],
    ['without a point', (text: string) => text.replace(/^- [^]*/m, '')],
    ['that is not there', () => null],
  ])('stop the build with a changelog %s', (_name, change) => {
    const built = buildOutputs((name) => (name === 'CHANGELOG.md' ? change(readData(name)) : readData(name)));
    expect(built).toEqual({ ok: false, problems: [expect.stringMatching(/^CHANGELOG\.md: /)] });
  });
});
