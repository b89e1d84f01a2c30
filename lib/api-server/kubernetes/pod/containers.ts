/*
 * Source: k8s.io/kubernetes v1.35.4 pkg/apis/core/validation/validation.go: validateContainers, validateInitContainers,
 *   validateContainerCommon, validateResizePolicy, validateContainerRestartPolicy
 */
import {
  all,
  type Check,
  each,
  fields,
  forbidden,
  format,
  oneOf,
  oneOfExactly,
  required,
  requiredOneOf,
  unique,
} from '../checks';
import type { Field } from '../field';
import { DNS_LABEL } from '../../formats/names';
import { environment, environmentFrom } from './environment';
import { containerPorts, uniqueHostPorts } from './ports';
import { checkProbes, WHILE_RUNNING } from './probes';
import { checkContainerResources } from './resources';
import { checkContainerSecurity } from './security-context';
import { checkMounts } from './volumes';

/** Facts of a pod that its containers are checked against. */
export interface PodContext {
  readonly volumes: ReadonlyMap<string, Field>;
  /** Names of the resource claims of the pod. */
  readonly claims: ReadonlySet<string>;
  /** terminationGracePeriodSeconds. */
  readonly grace: number;
  /** Whether the pod uses the user namespace of the node. */
  readonly hostUsers: boolean;
  readonly restartPolicy: string;
}

const RESTART_POLICIES = ['Always', 'Never', 'OnFailure'];

const restartRule = fields({
  action: requiredOneOf('Restart'),
  exitCodes: all(required, fields({ operator: requiredOneOf('In', 'NotIn') })),
});

const containerFields = fields({
  name: all(required, format(DNS_LABEL)),
  image: required,
  imagePullPolicy: oneOf('Always', 'IfNotPresent', 'Never'),
  terminationMessagePolicy: oneOf('FallbackToLogsOnError', 'File'),
  ports: containerPorts,
  env: environment,
  envFrom: environmentFrom,
  restartPolicy: oneOfExactly(...RESTART_POLICIES),
  restartPolicyRules: each(restartRule),
});

const resizePolicies = all(
  each(
    fields({
      resourceName: requiredOneOf('cpu', 'memory'),
      restartPolicy: requiredOneOf('NotRequired', 'RestartContainer'),
    }),
  ),
  unique('policy for', ({ value }) => value?.resourceName),
);

function checkContainer(container: Field, pod: PodContext): void {
  containerFields(container);
  resizePolicies(container.at('resizePolicy'));
  checkMounts(container, pod.volumes);
  checkContainerResources(container.at('resources'), pod.claims);
  checkContainerSecurity(container.at('securityContext'), pod.hostUsers);
  checkRestart(container, pod);
  if (!pod.hostUsers) forbidden('where hostUsers is false')(container.at('volumeDevices'));
}

function checkRestart(container: Field, { restartPolicy }: PodContext): void {
  const rules = container.at('restartPolicyRules');
  if (!rules.empty && !container.at('restartPolicy').given) {
    rules.refuse('there are rules for restarts without a restartPolicy', 'add a restartPolicy to the container');
  }
  if (rules.items.length > 20) rules.refuse(`${rules.items.length} rules are more than 20`, 'use fewer');
  if (restartPolicy !== 'Never') return;
  const restarting = container
    .at('resizePolicy')
    .items.filter(({ value }) => value?.restartPolicy === 'RestartContainer');
  restarting.forEach((policy) =>
    policy.at('restartPolicy').refuse("the pod's restartPolicy is Never", 'write NotRequired'),
  );
}

/** The containers and init containers of a pod. */
export function checkContainers(spec: Field, pod: PodContext): void {
  const [containers, initContainers] = [spec.at('containers'), spec.at('initContainers')];
  required(containers);
  checkNames([...containers.items, ...initContainers.items]);
  for (const container of containers.items) {
    checkContainer(container, pod);
    checkProbes(container, pod.grace);
  }
  uniqueHostPorts(containers.items);
  initContainers.items.forEach((container) => checkInitContainer(container, pod));
}

function checkNames(containers: readonly Field[]): void {
  const taken = new Set<string>();
  for (const name of containers.map((container) => container.at('name'))) {
    if (!name.empty && taken.has(name.value)) {
      name.refuse(`there is a container ${name.value} already`, 'rename one of them');
    }
    taken.add(name.value);
  }
}

function checkInitContainer(container: Field, pod: PodContext): void {
  checkContainer(container, pod);
  uniqueHostPorts([container]);
  if (container.at('restartPolicy').value === 'Always') return checkProbes(container, pod.grace);
  WHILE_RUNNING.forEach((name) => onlyForSidecars(container.at(name)));
}

const onlyForSidecars: Check = (field) => {
  if (field.given) {
    field.refuse(
      'an init container ends before the containers of the pod start',
      'remove it, or make it a sidecar: restartPolicy Always',
    );
  }
};
