import { defineConfig, globalIgnores } from 'eslint/config';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['build/', 'coverage/', 'dist/', 'examples/*/dist/', 'imports/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // cdk8s has no other type for an object of Kubernetes, and jsii none for a free-form map.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300 }],
    },
  },
  {
    // They look into parsed YAML and JSON, where everything is `any`.
    files: [
      '**/*.test.ts',
      'test/**',
      'e2e/**',
      'lib/validation/**',
      'lib/api-server/**',
      'lib/endpoint-picker-config/**',
      'lib/catalogue/**',
      'lib/text/**',
      'lib/exercises/**',
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
    files: ['**/*.test.ts', '**/*.e2e.ts', '**/*.browser.ts'],
    extends: [jest.configs['flat/recommended']],
    rules: { 'jest/no-disabled-tests': 'error' },
  },
  {
    // There it is kubectl that fails.
    files: ['**/*.e2e.ts'],
    rules: { 'jest/expect-expect': 'off' },
  },
  {
    // They see the package as a stranger does, whom only `npm run examples` gives its types.
    files: ['examples/**'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
