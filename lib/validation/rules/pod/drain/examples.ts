import type { Examples } from '../../../../api-server/example';
import { poolWithDrain } from './example';
import { picker } from '../../example-objects';

const PASSING = poolWithDrain({
  args: '--shutdown-timeout=45',
  lifecycle: '{ sleep: { seconds: 10 } }',
  grace: '75',
});

const withPicker = (grace: number) =>
  poolWithDrain({ grace: '75' }, picker({ pod: `terminationGracePeriodSeconds: ${grace}` }));

export const POD_DRAIN_EXAMPLES: Examples = {
  'LLMD-DRAIN-GRACE': {
    failing: poolWithDrain({ args: '--shutdown-timeout=45', lifecycle: '{ sleep: { seconds: 10 } }' }),
    passing: poolWithDrain({ args: '--shutdown-timeout=45', lifecycle: '{ sleep: { seconds: 10 } }', grace: '75' }),
  },
  'LLMD-DRAIN-PRE-STOP': { failing: poolWithDrain({ args: '--shutdown-timeout=45', grace: '75' }), passing: PASSING },
  'LLMD-DRAIN-ENGINE': { failing: poolWithDrain({ lifecycle: '{ sleep: { seconds: 10 } }' }), passing: PASSING },
  'LLMD-DRAIN-NONE': { failing: poolWithDrain({}), passing: PASSING },
  'LLMD-DRAIN-PICKER': { failing: withPicker(30), passing: withPicker(130) },
  'LLMD-DRAIN-SLACK': {
    failing: poolWithDrain({ args: '--shutdown-timeout=45', lifecycle: '{ sleep: { seconds: 15 } }', grace: '60' }),
    passing: poolWithDrain({ args: '--shutdown-timeout=45', lifecycle: '{ sleep: { seconds: 15 } }', grace: '75' }),
  },
};
