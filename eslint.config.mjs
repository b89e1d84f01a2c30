import { defineConfig, globalIgnores } from 'eslint/config';
import jest from 'eslint-plugin-jest';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['build/', 'coverage/', 'dist/', 'examples/*/dist/', 'imports/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // cdk8s and jsii have no other type for an object of Kubernetes or a map of anything.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300 }],
    },
  },
  {
    // A text from outside must not keep a pattern busy: its time would grow faster than its length.
    files: ['lib/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  {
    // These read parsed YAML and JSON, where everything is `any`.
    files: [
      '**/*.test.ts',
      'test/**',
      'e2e/**',
      'lib/engine-arguments/**',
      'lib/validation/**',
      'lib/api-server/**',
      'lib/endpoint-picker-config/**',
      'lib/catalogue/**',
      'lib/text/**',
      'scripts/import/cel/**',
      'scripts/import/cel/**',
      'lib/exercises/**',
      'scripts/import/cel/compiler/**',
    ],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
    },
  },
  {
    files: ['**/*.test.ts', '**/*.e2e.ts', '**/*.browser.ts', '**/*.package.ts'],
    extends: [jest.configs['flat/recommended']],
    rules: { 'jest/no-disabled-tests': 'error' },
  },
  {
    // Many steps there are commands of kubectl, which fail by themselves.
    files: ['**/*.e2e.ts'],
    rules: { 'jest/expect-expect': 'off' },
  },
  {
    // The package's types are there only when `npm run examples` has installed it.
    files: ['examples/**'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
