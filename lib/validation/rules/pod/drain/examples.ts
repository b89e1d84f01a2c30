import type { Examples } from '../../../../api-server/example';
import { modelServer, picker, stack } from '../../example-objects';

const preStop = (seconds: number) => `lifecycle: { preStop: { sleep: { seconds: ${seconds} } } }`;

const leaving = (grace: string, container = '', drain?: string) =>
  stack({ modelServer: modelServer({ pod: `terminationGracePeriodSeconds: ${grace}`, container, drain }) });

const NO_PAUSE = 'lifecycle: null';

export const POD_DRAIN_EXAMPLES: Examples = {
  'LLMD-DRAIN-GRACE': { failing: leaving('null'), passing: stack() },
  'LLMD-DRAIN-PRE-STOP': { failing: leaving('75', NO_PAUSE), passing: stack() },
  'LLMD-DRAIN-ENGINE': { failing: leaving('75', '', ''), passing: stack() },
  'LLMD-DRAIN-NONE': { failing: leaving('null', NO_PAUSE, ''), passing: stack() },
  'LLMD-EPP-DRAIN': {
    failing: stack({ picker: picker({ pod: 'terminationGracePeriodSeconds: 30' }) }),
    passing: stack(),
  },
  'LLMD-DRAIN-SLACK': { failing: leaving('60', preStop(15)), passing: leaving('75', preStop(15)) },
};
