import { describeAgreement, fromEnvironment } from './agreement';

// CI has three minutes for this; `npm run e2e:full` asks about more.
describeAgreement({
  count: fromEnvironment('VALIDATION_COUNT', 2500),
  seed: fromEnvironment('VALIDATION_SEED', 1),
});
