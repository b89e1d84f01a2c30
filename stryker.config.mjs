/** Changes the rules one place at a time and asks whether a test of theirs notices. */
export default {
  mutate: ['lib/validation/rules/**/*.ts', '!**/index.ts'],
  testRunner: 'jest',
  jest: {
    configFile: 'jest.config.js',
    config: {
      testMatch: ['<rootDir>/test/validation/rules/**/*.test.ts'],
      // Slow, and it would notice a rule that says too much only.
      testPathIgnorePatterns: ['own-output'],
    },
    enableFindRelatedTests: true,
  },
  coverageAnalysis: 'perTest',
  // What is evaluated when a module is loaded, such as a rule's code and severity, would need all tests for each change.
  ignoreStatic: true,
  plugins: ['@stryker-mutator/jest-runner', './scripts/mutation/ignore-docs.mjs'],
  ignorers: ['rule-docs'],
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: 'build/mutation/report.json' },
  tempDirName: 'build/mutation/sandbox',
  thresholds: { high: 95, low: 90, break: 85 },
  allowConsoleColors: Boolean(process.stdout.isTTY),
};
