import { describeAgreement, fromEnvironment } from './agreement';

// A share that CI has time for: less than a minute. `npm run e2e:full` asks about more.
describeAgreement({
  count: fromEnvironment('VALIDATION_COUNT', 5000),
  seed: fromEnvironment('VALIDATION_SEED', 1),
});
