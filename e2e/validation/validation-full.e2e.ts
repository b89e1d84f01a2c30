import { describeAgreement, fromEnvironment } from './agreement';

describeAgreement({
  count: fromEnvironment('VALIDATION_FULL_COUNT', 20_000),
  seed: fromEnvironment('VALIDATION_FULL_SEED', 2),
});
