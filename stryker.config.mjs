/** Changes the rules of one area one place at a time, and asks whether a test of theirs notices. */
const area = process.env.MUTATION_AREA;
if (area === undefined) throw new Error('MUTATION_AREA must be an area of lib/validation/rules: npm run test:mutation');

const TESTS = '<rootDir>/test/validation/rules';

export default {
  mutate: [`lib/validation/rules/${area}/**/*.ts`, '!**/{index,example,examples}.ts'],
  testRunner: 'jest',
  jest: {
    configFile: 'jest.config.js',
    config: {
      testMatch: [`${TESTS}/${area}.test.ts`, `${TESTS}/${area}/**/*.test.ts`, `${TESTS}/examples/${area}.test.ts`],
    },
    // To look them up takes longer than to run them.
    enableFindRelatedTests: false,
  },
  coverageAnalysis: 'perTest',
  // What is evaluated when a module is loaded, such as a rule's code and severity, would need all tests for each change.
  ignoreStatic: true,
  plugins: ['@stryker-mutator/jest-runner', './scripts/mutation/ignore-docs.mjs'],
  ignorers: ['rule-docs'],
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: 'build/mutation/report.json' },
  tempDirName: 'build/mutation/sandbox',
  allowConsoleColors: Boolean(process.stdout.isTTY),
};
