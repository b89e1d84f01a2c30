import { DRAIN_GRACE } from '../../lib/validation/rules/pod/drain/grace';
import { DRAIN_ENGINE, DRAIN_NONE, DRAIN_PRE_STOP } from '../../lib/validation/rules/pod/drain/halves';
import { DRAIN_SLACK } from '../../lib/validation/rules/pod/drain/slack';
import { deployment, pool, vllm } from './manifests';

/** The rules about the drain of a model server. */
export const DRAIN_RULES = [DRAIN_GRACE, DRAIN_SLACK, DRAIN_PRE_STOP, DRAIN_ENGINE, DRAIN_NONE];

/** The path of the grace period of a Deployment. */
export const GRACE = 'spec.template.spec.terminationGracePeriodSeconds';

/** A preStop that sleeps. */
export const sleep = (seconds: number) => ({ preStop: { sleep: { seconds } } });

/** A preStop that runs a command. */
export const exec = (...command: string[]) => ({ preStop: { exec: { command } } });

/** The arguments of vLLM for its own drain. */
export const timeout = (seconds: number | string) => [`--shutdown-timeout=${seconds}`];

/** How a model server ends. */
export interface Leaving {
  readonly args?: readonly string[];
  readonly lifecycle?: object;
  readonly grace?: number;
}

/** A variable of unknown value. */
export const SECRET_ENV = [{ name: 'SECRET', valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } }];

/** A Deployment of vLLM that ends so. */
export const leavingServer = ({ args = [], lifecycle, grace }: Leaving) =>
  deployment('vllm', {
    terminationGracePeriodSeconds: grace,
    containers: [vllm({ args, lifecycle, env: SECRET_ENV })],
  });

/** The InferencePool of that Deployment. */
export const POOL = pool('opt', 'vllm');
