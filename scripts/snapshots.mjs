import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from './serve.mjs';

// Draws the snapshots of test/visual anew, and writes the screen reader's script in docs/accessibility.md, after a
// change that is wanted. Look at what changed before it is committed: from then on it is what must not change.

const TESTS = ['test/visual/snapshots.test.ts', 'test/browser/reader-script.test.ts'];
const PROGRAM = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'package', ...TESTS];

rmSync(join(REPOSITORY, 'test/visual/snapshots'), { recursive: true, force: true });
const { status } = spawnSync(process.execPath, PROGRAM, {
  cwd: REPOSITORY,
  stdio: 'inherit',
  env: { ...process.env, SNAPSHOTS: 'write' },
});
process.exitCode = status ?? 1;
