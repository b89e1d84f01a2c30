/** Changes the rules one place at a time and asks whether a test of theirs notices. */
export default {
  mutate: ['lib/validation/rules/**/*.ts', '!**/index.ts'],
  testRunner: 'jest',
  jest: {
    configFile: 'jest.config.js',
    config: { testMatch: ['<rootDir>/test/validation/rules.test.ts', '<rootDir>/test/validation/rules/**/*.test.ts'] },
    enableFindRelatedTests: false,
  },
  coverageAnalysis: 'perTest',
  plugins: ['@stryker-mutator/jest-runner', './scripts/mutation/ignore-docs.mjs'],
  ignorers: ['rule-docs'],
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: 'build/mutation/report.json' },
  tempDirName: 'build/mutation/sandbox',
  thresholds: { high: 95, low: 90, break: 85 },
  allowConsoleColors: Boolean(process.stdout.isTTY),
};
