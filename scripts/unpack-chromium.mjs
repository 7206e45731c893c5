import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/**
 * Unpacks the browser that @sparticuz/chromium carries, with the system libraries and the font a bare Linux lacks, and
 * says how to start it. Done once for each installed version: the package's own place, the shared folder for temporary
 * files, would let one run start a file that another is still writing.
 * @param {string} [nodeModules]  the folder that holds the package and, below it, the unpacked browser
 * @returns {Promise<{executablePath: string, env: Record<string, string>}>}
 */
export async function unpackChromium(nodeModules = fileURLToPath(new URL('../node_modules', import.meta.url))) {
  const packageFolder = join(nodeModules, '@sparticuz/chromium');
  const folder = join(nodeModules, '.cache', `chromium-${installedVersion(packageFolder)}`);
  if (!existsSync(folder)) await unpackInto(folder, packageFolder);
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
    },
  };
}

/** @param {string} packageFolder */
function installedVersion(packageFolder) {
  const description = readFileSync(join(packageFolder, 'package.json'), 'utf8');
  return /** @type {{version: string}} */ (JSON.parse(description)).version;
}

/**
 * Unpacks beside the target and renames, so that the folder is either whole or absent.
 * @param {string} folder
 * @param {string} packageFolder
 */
async function unpackInto(folder, packageFolder) {
  mkdirSync(dirname(folder), { recursive: true });
  const unfinished = mkdtempSync(`${folder}-`);
  await runPackage(packageFolder, unfinished);
  writeFileSync(join(unfinished, 'fonts.conf'), fontConfiguration(folder));
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    if (!existsSync(folder)) throw error; // else another run was first, and its copy serves
  }
}

/**
 * Runs the package in a process of its own: it reads its settings from the environment when it is imported, and it
 * unpacks the libraries only when the environment looks like the service it was made for.
 * @param {string} packageFolder
 * @param {string} target
 */
async function runPackage(packageFolder, target) {
  const entry = pathToFileURL(join(packageFolder, 'build/esm/index.js')).href;
  const program = `import chromium from ${JSON.stringify(entry)}; await chromium.executablePath();`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    env: { ...process.env, TMPDIR: target, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  });
}

/** @param {string} folder */
function fontConfiguration(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}
