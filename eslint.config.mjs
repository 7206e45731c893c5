import { defineConfig, globalIgnores } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
import typescript from 'typescript-eslint';

/** A test that is left out shows nothing; `runIf` says openly where one cannot run. */
const LEFT_OUT = ['describe', 'it', 'test', 'suite'].flatMap((object) =>
  ['only', 'skip', 'todo'].map((property) => ({ object, property })),
);

export default defineConfig(
  globalIgnores(['dist/', 'src/stats/vendor/', 'demo/frameworks/', 'test/browser/walk/', 'coverage/', 'reports/', '.stryker-tmp/']),
  typescript.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { project: 'tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      // The methods of our interfaces are functions that use no `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'max-len': ['error', { code: 120, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true }],
    },
  },
  { files: ['src/**/*.ts'], rules: { 'no-console': 'error' } },
  { files: ['src/**/*.ts'], ...lit['flat/recommended'] },
  {
    // Tests read parsed JSON as it comes, and the assertions of the browser tests are expressions. In scripts these
    // rules do not see the types that JSDoc gives.
    files: ['test/**/*.ts', '**/*.mjs'],
    rules: {
      'no-restricted-properties': ['error', ...LEFT_OUT],
      // @open-wc/semantic-dom-diff types the plain equality of chai as a promise.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: 'chai', name: 'Equal' }] },
      ],
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
);
