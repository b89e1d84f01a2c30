/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  // Of the folders with tests, only these need nothing but Node: the others want a cluster, a network or a long time.
  testMatch: ['<rootDir>/main.test.ts', '<rootDir>/test/**/*.test.ts'],
  // Jest would leave one core for its watch mode.
  maxWorkers: '100%',
  modulePathIgnorePatterns: ['<rootDir>/(build|examples|e2e|bench)/'],
  transform: {
    '/(echarts|kubernetes-client)\\.ts$': '<rootDir>/test/support/transform-bundled.js',
    '\\.ts$': '<rootDir>/test/support/transform.js',
  },
  // Some tests run main.ts in a process of its own, and a busy machine is no error.
  testTimeout: 60_000,
  moduleNameMapper: { '^cdk8s-llm-d$': '<rootDir>/lib/index.ts' },
};
