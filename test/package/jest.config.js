/** @type {import('jest').Config} */
module.exports = {
  rootDir: '../..',
  roots: ['<rootDir>/test/package'],
  testMatch: ['**/*.package.ts'],
  transform: { '\\.ts$': '<rootDir>/test/support/transform.js' },
  testEnvironment: 'node',
  // Packs the package and installs it in a scratch folder.
  globalSetup: '<rootDir>/test/package/install.ts',
  globalTeardown: '<rootDir>/test/package/uninstall.ts',
  // Each test starts processes.
  testTimeout: 60_000,
};
