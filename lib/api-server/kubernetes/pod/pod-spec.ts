/*
 * Source: k8s.io/kubernetes v1.35.4 pkg/apis/core/validation/validation.go: ValidatePodSpec, validatePodDNSConfig,
 *   ValidateHostAliases, validateReadinessGates, validateSchedulingGates, validatePodResourceClaims,
 *   validatePodHostNetworkDeps, validatePodHostName, validatePodResourceConsistency
 */
import {
  all,
  between,
  type Check,
  each,
  fields,
  format,
  notEmpty,
  oneOf,
  oneOfExactly,
  required,
  requiredOneOf,
  show,
  uniqueBy,
} from '../checks';
import type { Field } from '../field';
import { DNS_LABEL, DNS_SUBDOMAIN, DNS_SUBDOMAIN_WITH_UNDERSCORE, LABEL_KEY } from '../../formats/names';
import { IP_ADDRESS } from '../../formats/ip';
import { labels } from '../labels';
import { millis } from '../../../text/quantity';
import { checkContainers, type PodContext } from './containers';
import { checkFileKeyRefs } from './environment';
import { POD_SPEC } from './pod-spec-rule';
import { checkOverhead, checkPodResources, RESOURCES } from './resources';
import { checkScheduling } from './scheduling';
import { checkPodSecurity } from './security-context';
import { volumes, volumesByName } from './volumes';

const MAX_INT32 = 2 ** 31 - 1;
const DEFAULT_GRACE = 30;

const dnsName = format(DNS_SUBDOMAIN);
const ipAddress = all(required, format(IP_ADDRESS));

const resourceClaim: Check = (field) => {
  fields({
    name: all(required, format(DNS_LABEL)),
    resourceClaimName: all(notEmpty, dnsName),
    resourceClaimTemplateName: all(notEmpty, dnsName),
  })(field);
  const sources = ['resourceClaimName', 'resourceClaimTemplateName'].filter((name) => field.at(name).given);
  if (sources.length !== 1) {
    field.refuse(
      `the claim has ${sources.length} sources, expected 1`,
      'write resourceClaimName or resourceClaimTemplateName',
    );
  }
};

const searchDomain: Check = (field) => {
  const domain = String(field.empty ? '' : field.value);
  if (domain !== '.') all(required, format(DNS_SUBDOMAIN_WITH_UNDERSCORE))(field.with(domain.replace(/\.$/, '')));
};

/** A list of at most `count` elements: resolvers have such limits. */
function atMost(count: number): Check {
  return (field) => {
    if (field.items.length > count) field.refuse(`${field.items.length} are more than ${count}`, `keep ${count}`);
  };
}

const MAX_SEARCH_LENGTH = 2048;

const dnsConfig: Check = (field) => {
  fields({
    nameservers: all(atMost(3), each(ipAddress)),
    searches: all(atMost(32), each(searchDomain)),
    options: each(fields({ name: required })),
  })(field);
  const { searches } = field.value ?? {};
  if (searches?.join(' ').length > MAX_SEARCH_LENGTH) {
    field.at('searches').refuse(`together they are longer than ${MAX_SEARCH_LENGTH} characters`, 'use fewer');
  }
};

const podFields = fields({
  restartPolicy: oneOf('Always', 'OnFailure', 'Never'),
  dnsPolicy: oneOf('ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'),
  dnsConfig,
  nodeSelector: labels,
  resourceClaims: all(each(resourceClaim), uniqueBy('name')),
  readinessGates: each(fields({ conditionType: all(required, format(LABEL_KEY)) })),
  schedulingGates: all(each(fields({ name: all(required, format(LABEL_KEY)) })), uniqueBy('name')),
  serviceAccountName: dnsName,
  nodeName: dnsName,
  activeDeadlineSeconds: between(1, MAX_INT32),
  hostname: format(DNS_LABEL),
  subdomain: format(DNS_LABEL),
  hostAliases: each(fields({ ip: ipAddress, hostnames: each(all(required, dnsName)) })),
  priorityClassName: dnsName,
  runtimeClassName: all(notEmpty, dnsName),
  preemptionPolicy: oneOfExactly('Never', 'PreemptLowerPriority'),
  os: fields({ name: requiredOneOf('linux', 'windows') }),
});

/** A PodSpec. */
export const podSpec: Check = (field) => {
  const spec = field.under(POD_SPEC).orEmpty;
  const pod = contextOf(spec);
  podFields(spec);
  volumes(spec.at('volumes'));
  checkContainers(spec, pod);
  checkFileKeyRefs([...spec.at('containers').items, ...spec.at('initContainers').items], pod.volumes);
  checkScheduling(spec);
  checkPodSecurity(spec);
  checkHostPorts(spec);
  checkHostname(spec);
  checkNameservers(spec);
  checkOverhead(spec.at('overhead'));
  checkPodResources(spec.at('resources'));
  checkSumOfRequests(spec);
};

function contextOf(spec: Field): PodContext {
  const { terminationGracePeriodSeconds, hostUsers, restartPolicy } = spec.value;
  return {
    volumes: volumesByName(spec.at('volumes')),
    claims: new Set(spec.at('resourceClaims').items.map(({ value }) => value?.name)),
    grace: terminationGracePeriodSeconds ?? DEFAULT_GRACE,
    hostUsers: hostUsers !== false,
    restartPolicy: restartPolicy || 'Always',
  };
}

/** With hostNetwork, the hostPort of a container equals its containerPort. */
function checkHostPorts(spec: Field): void {
  if (spec.value.hostNetwork !== true) return;
  for (const port of spec.at('containers').items.flatMap((container) => container.at('ports').items)) {
    const { hostPort, containerPort } = port.value ?? {};
    if (hostPort && hostPort !== containerPort) {
      port
        .at('hostPort')
        .refuse(`hostPort ${hostPort} is not containerPort ${containerPort}`, 'write the same, or only containerPort');
    }
  }
}

function checkHostname(spec: Field): void {
  const name = spec.at('hostnameOverride');
  if (!name.given) return;
  all(notEmpty, dnsName)(name);
  if (name.value.length > 64) name.refuse('it is longer than 64 characters', 'shorten it');
  for (const other of ['setHostnameAsFQDN', 'hostNetwork'].filter((flag) => spec.value[flag] === true)) {
    name.refuse(`${other} also sets the name`, `remove this or ${other}`);
  }
}

function checkNameservers(spec: Field): void {
  if (spec.value.dnsPolicy === 'None' && spec.at('dnsConfig', 'nameservers').empty) {
    spec.at('dnsConfig', 'nameservers').refuse('dnsPolicy None leaves the pod without a nameserver', 'list one here');
  }
}

/** The requests of a pod are at least the sum of the requests of its containers. */
function checkSumOfRequests(spec: Field): void {
  for (const [name, total] of spec.at('resources', 'requests').entries) {
    const requests = spec
      .at('containers')
      .items.map((container) => millis(container.at('resources', 'requests', name).value));
    const sum = requests.reduce<bigint>((all, amount) => all + (amount ?? 0n), 0n);
    const amount = millis(total.value);
    if (amount !== undefined && amount < sum) {
      total
        .under(RESOURCES)
        .refuse(`${name}: ${show(total.value)} is less than the containers request together`, 'raise it');
    }
  }
  for (const [name, most] of spec.at('resources', 'limits').entries) {
    const limits = spec.at('containers').items.map((container) => container.at('resources', 'limits', name));
    const above = limits.filter(({ value }) => (millis(value) ?? 0n) > (millis(most.value) ?? 0n));
    above.forEach((limit) =>
      limit.under(RESOURCES).refuse(`${name}: ${show(limit.value)} is more than the pod's limit`, 'lower it'),
    );
  }
}
