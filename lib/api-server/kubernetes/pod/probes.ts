/*
 * Source: k8s.io/kubernetes v1.35.4 pkg/apis/core/validation/validation.go: validateLivenessProbe,
 *   validateReadinessProbe, validateStartupProbe, validateProbe, validateHandler, validateLifecycle,
 *   validateSleepAction
 */
import type { RuleDoc } from '../../rule-doc';
import {
  all,
  atLeast,
  type Check,
  type Checks,
  each,
  fields,
  format,
  notNegative,
  oneField,
  oneOf,
  required,
} from '../checks';
import type { Field } from '../field';
import { HTTP_HEADER_NAME } from '../../formats/names';
import { portNumber, requiredPortNumberOrName } from './ports';

export const PROBE: RuleDoc = {
  code: 'LLMD-PROBE',
  severity: 'error',
  title: 'Probes and lifecycle hooks have one valid handler',
  why: 'The API server refuses a probe or hook with no handler or with two, liveness and startup probes that need more than one success, and a sleep that is longer than the termination grace period.',
};

const httpGet = fields({
  port: requiredPortNumberOrName,
  scheme: oneOf('HTTP', 'HTTPS'),
  httpHeaders: each(fields({ name: all(required, format(HTTP_HEADER_NAME)) })),
});

const HANDLERS: Checks = {
  exec: fields({ command: required }),
  httpGet,
  tcpSocket: fields({ port: requiredPortNumberOrName }),
};

const probeHandler = oneField({ ...HANDLERS, grpc: fields({ port: all(required, portNumber) }) }, { what: 'handler' });

const probeFields = fields({
  initialDelaySeconds: notNegative,
  timeoutSeconds: notNegative,
  periodSeconds: notNegative,
  successThreshold: notNegative,
  failureThreshold: notNegative,
  terminationGracePeriodSeconds: atLeast(1),
});

const anyProbe = all(probeHandler, probeFields);

const oneSuccess: Check = (field) => {
  const threshold = field.at('successThreshold');
  if (!threshold.empty && threshold.value !== 1) {
    threshold.refuse(
      `${threshold.value} successes are expected, and only a readiness probe may need more than 1`,
      'write 1',
    );
  }
};

const noGracePeriod: Check = (field) => {
  const period = field.at('terminationGracePeriodSeconds');
  if (period.given) period.refuse('a readiness probe does not end the pod', 'remove it');
};

const PROBES: Checks = {
  livenessProbe: all(anyProbe, oneSuccess),
  readinessProbe: all(anyProbe, noGracePeriod),
  startupProbe: all(anyProbe, oneSuccess),
};

/** Fields of containers that keep running. Init containers do not have them. */
export const WHILE_RUNNING = [...Object.keys(PROBES), 'lifecycle'];

/** The probes and lifecycle hooks of a container. `grace`: terminationGracePeriodSeconds of the pod. */
export function checkProbes(container: Field, grace: number): void {
  const field = container.under(PROBE);
  fields(PROBES)(field);
  const sleep = fields({ seconds: sleepWithin(grace) });
  const hook = oneField({ ...HANDLERS, sleep }, { what: 'handler' });
  fields({ postStart: hook, preStop: hook })(field.at('lifecycle'));
}

function sleepWithin(grace: number): Check {
  return (field) => {
    const seconds = field.value ?? 0;
    if (seconds < 0 || seconds > grace) {
      field.refuse(
        `a sleep of ${seconds} s does not fit into the pod's terminationGracePeriodSeconds of ${grace}`,
        'sleep for less, or raise terminationGracePeriodSeconds',
      );
    }
  };
}
