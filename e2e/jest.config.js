/** @type {import('jest').Config} */
module.exports = {
  rootDir: '..',
  roots: ['<rootDir>/e2e'],
  testMatch: ['**/*.e2e.ts'],
  transform: {
    '/(echarts|kubernetes-client)\\.ts$': '<rootDir>/test/support/transform-bundled.js',
    '\\.ts$': '<rootDir>/test/support/transform.js',
  },
  testEnvironment: '<rootDir>/e2e/support/stop-at-first-failure.ts',
  reporters: ['default', '<rootDir>/e2e/support/live-steps.js'],
  verbose: false,
  // There is one cluster.
  maxWorkers: 1,
  // A step waits for pods, and pulls of images and loads of models take minutes on a laptop. Most steps have shorter
  // timeouts of their own, with better messages.
  testTimeout: 10 * 60_000,
};
