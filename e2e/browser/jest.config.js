/** @type {import('jest').Config} */
module.exports = {
  rootDir: '../..',
  roots: ['<rootDir>/e2e/browser'],
  testMatch: ['**/*.browser.ts'],
  transform: {
    '/(echarts|kubernetes-client)\\.ts$': '<rootDir>/test/support/transform-bundled.js',
    '\\.ts$': '<rootDir>/test/support/transform.js',
  },
  testEnvironment: 'node',
  // A browser starts slowly on a busy machine.
  testTimeout: 60_000,
};
