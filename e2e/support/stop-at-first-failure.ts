import type { Circus } from '@jest/types';
import { TestEnvironment } from 'jest-environment-node';

/**
 * The tests of a suite are steps, each on top of the ones before. After one that failed the rest is not run, since
 * each would only wait for minutes and fail for the same reason; the suite is red all the same.
 */
export default class StopAtFirstFailure extends TestEnvironment {
  handleTestEvent(event: Circus.Event): void {
    // A test that has an error before it starts has it from a failed preparation: it is not run, and counts as failed.
    if (event.name === 'test_start' && this.global.e2eFailed && event.test.errors.length === 0) {
      event.test.mode = 'skip';
    }
    const failed = event.name === 'test_done' && event.test.errors.length > 0;
    if (failed || (event.name === 'hook_failure' && event.hook.type === 'beforeAll')) {
      this.global.e2eFailed = true;
    }
  }
}
