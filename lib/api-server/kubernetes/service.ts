/*
 * Source: k8s.io/kubernetes v1.35.4 pkg/apis/core/validation/validation.go: ValidateServiceCreate, validateServicePort,
 *   validateServiceExternalTrafficPolicy, validateServiceInternalTrafficFieldsValue,
 *   validateServiceTrafficDistribution, validateClientIPAffinityConfig, validateLoadBalancerClassField,
 *   ValidateServiceClusterIPsRelatedFields
 */
import type { RuleDoc } from '../rule-doc';
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
  show,
  unique,
  uniqueBy,
} from './checks';
import type { Field } from './field';
import { DNS_LABEL, DNS_SUBDOMAIN, LABEL_KEY } from '../formats/names';
import { CIDR, IP_ADDRESS, ipVersion, REACHABLE_IP_ADDRESS } from '../formats/ip';
import { labels } from './labels';
import { portNumber, portNumberOrName, PROTOCOLS } from './pod/ports';

export const SERVICE: RuleDoc = {
  code: 'LLMD-SERVICE',
  severity: 'error',
  title: 'Services have ports, and only the fields of their type',
  why: 'The API server refuses a Service without a port, several ports without names, and fields that do not belong to its type.',
};

const HEADLESS = 'None';
const TYPES = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
const POLICIES = ['Cluster', 'Local'];
const DISTRIBUTIONS = ['PreferClose', 'PreferSameNode', 'PreferSameZone'];
const DAY = 86_400;

/** The default range of the API server; a cluster may use another one. */
const NODE_PORTS = { min: 30_000, max: 32_767 };

const nodePort: Check = (field) => {
  if (!field.empty) between(NODE_PORTS.min, NODE_PORTS.max)(field);
};

const targetPort: Check = (field) => {
  if (!field.empty) portNumberOrName(field);
};

const servicePort = fields({
  name: format(DNS_LABEL),
  port: all(required, portNumber),
  protocol: oneOf(...PROTOCOLS),
  targetPort,
  nodePort,
  appProtocol: all(notEmpty, format(LABEL_KEY)),
});

const protocolOf = ({ value }: Field) => value?.protocol || 'TCP';

const ports = all(
  each(servicePort),
  uniqueBy('name'),
  unique('port', (item) => `${item.value?.port}/${protocolOf(item)}`, ['port']),
  unique('nodePort', (item) => (item.at('nodePort').empty ? undefined : `${item.value.nodePort}/${protocolOf(item)}`), [
    'nodePort',
  ]),
  (field) => {
    if (field.items.length > 1) each(fields({ name: required }))(field);
  },
);

const serviceFields = fields({
  type: oneOf(...TYPES),
  ports,
  selector: labels,
  sessionAffinity: oneOf('ClientIP', 'None'),
  externalIPs: each(all(required, format(REACHABLE_IP_ADDRESS))),
  ipFamilies: all(
    each(oneOfExactly('IPv4', 'IPv6')),
    unique('family', ({ value }) => value),
  ),
  ipFamilyPolicy: oneOfExactly('PreferDualStack', 'RequireDualStack', 'SingleStack'),
  internalTrafficPolicy: oneOfExactly(...POLICIES),
  externalTrafficPolicy: oneOf(...POLICIES),
  trafficDistribution: oneOfExactly(...DISTRIBUTIONS),
});

/** Fields that a Service may only have if `fits` is true. */
const ONLY_FOR: readonly { field: string; fits: (spec: any) => boolean; text: string }[] = [
  { field: 'loadBalancerClass', fits: isBalanced, text: 'for type LoadBalancer' },
  { field: 'allocateLoadBalancerNodePorts', fits: isBalanced, text: 'for type LoadBalancer' },
  { field: 'loadBalancerSourceRanges', fits: isBalanced, text: 'for type LoadBalancer' },
  {
    field: 'externalTrafficPolicy',
    fits: isReachableFromOutside,
    text: 'for a Service that is reachable from outside',
  },
  {
    field: 'healthCheckNodePort',
    fits: isLocalBalanced,
    text: 'for type LoadBalancer with externalTrafficPolicy Local',
  },
  { field: 'clusterIPs', fits: hasAddresses, text: 'for a Service that has addresses' },
  { field: 'clusterIP', fits: hasAddresses, text: 'for a Service that has addresses' },
  { field: 'ipFamilies', fits: hasAddresses, text: 'for a Service that has addresses' },
  { field: 'ipFamilyPolicy', fits: hasAddresses, text: 'for a Service that has addresses' },
];

function isBalanced({ type }: any): boolean {
  return type === 'LoadBalancer';
}

function hasAddresses({ type }: any): boolean {
  return type !== 'ExternalName';
}

function isReachableFromOutside({ type, externalIPs }: any): boolean {
  return type === 'LoadBalancer' || type === 'NodePort' || (type !== 'ExternalName' && externalIPs?.length > 0);
}

function isLocalBalanced({ type, externalTrafficPolicy }: any): boolean {
  return type === 'LoadBalancer' && externalTrafficPolicy === 'Local';
}

/** Pointers in Go: also present when they are false or empty. */
const POINTERS = ['allocateLoadBalancerNodePorts', 'loadBalancerClass', 'ipFamilyPolicy'];

function checkOnlyFor(spec: Field): void {
  for (const { field, fits, text } of ONLY_FOR) {
    const place = spec.at(field);
    const present = POINTERS.includes(field) ? place.given : !place.empty;
    if (present && !fits(spec.value)) place.refuse(`${field} is only ${text}`, 'remove it, or change the type');
  }
}

function checkType(spec: Field): void {
  const { type = 'ClusterIP', clusterIP } = spec.value;
  if (type === 'ExternalName') return checkExternalName(spec.at('externalName'));
  if (clusterIP === HEADLESS && (type === 'LoadBalancer' || type === 'NodePort')) {
    spec.at('clusterIP').refuse(`a Service of type ${type} has an address`, 'remove it, or use type ClusterIP');
  }
  if (clusterIP !== HEADLESS) required(spec.at('ports'));
  if (type !== 'ClusterIP' && type !== '') return;
  const used = spec.at('ports').items.filter((port) => !port.at('nodePort').empty);
  used.forEach((port) => port.at('nodePort').refuse('a Service of type ClusterIP has no node ports', 'remove it'));
}

function checkExternalName(name: Field): void {
  const text: string = name.value?.replace(/\.$/, '') ?? '';
  all(required, format(DNS_SUBDOMAIN))(name.with(text));
}

function checkAddresses(spec: Field): void {
  const [first, list] = [spec.at('clusterIP'), spec.at('clusterIPs')];
  const addresses: string[] = list.empty ? (first.empty ? [] : [first.value]) : list.value;
  if (!list.empty && list.value[0] !== (first.value ?? '')) {
    list.refuse(`its first, ${show(list.value[0])}, is not clusterIP ${show(first.value ?? '')}`, 'make both the same');
  }
  const isNone = addresses[0] === HEADLESS && addresses.length === 1;
  for (const address of isNone ? [] : addresses) {
    if (!IP_ADDRESS.matches(address)) {
      (list.empty ? first : list).refuse(`${show(address)} is not an IP address`, 'write an address, or None alone');
    }
  }
  const versions = addresses.map(ipVersion);
  if (addresses.length > 2 || (addresses.length === 2 && versions[0] === versions[1])) {
    list.refuse('there is more than one address of a family', 'keep one for IPv4 and one for IPv6');
  }
  checkFamilies(spec, addresses, versions);
}

function checkFamilies(spec: Field, addresses: readonly string[], versions: readonly number[]): void {
  const families: string[] = spec.value.ipFamilies ?? [];
  const single = (spec.value.ipFamilyPolicy ?? 'SingleStack') === 'SingleStack';
  const headlessAlone = addresses[0] === HEADLESS && spec.at('selector').empty && !spec.at('ipFamilyPolicy').given;
  if (single && !headlessAlone && (families.length > 1 || addresses.length > 1)) {
    spec
      .at('ipFamilyPolicy')
      .refuse('it is SingleStack, and there are two families', 'write PreferDualStack, or keep one');
  }
  versions.forEach((version, index) => {
    const family = families[index];
    if (version !== 0 && family !== undefined && family !== `IPv${version}`) {
      spec.at('ipFamilies', index).refuse(`the address ${addresses[index]} is not ${family}`, 'make both agree');
    }
  });
}

function checkAffinity(spec: Field): void {
  const timeout = spec.at('sessionAffinityConfig', 'clientIP', 'timeoutSeconds');
  if (spec.value.sessionAffinity === 'ClientIP') between(1, DAY)(timeout);
}

function checkBalancer(spec: Field): void {
  if (!isBalanced(spec.value)) return;
  all(notEmpty, format(LABEL_KEY))(spec.at('loadBalancerClass'));
  const range = all(required, format(CIDR));
  spec.at('loadBalancerSourceRanges').items.forEach((item) => range(item.with(item.value?.trim())));
}

/** A Service. */
export const service: Check = (field) => {
  const spec = field.at('spec');
  const present = spec.with(spec.value ?? {});
  serviceFields(present);
  checkType(present);
  checkOnlyFor(present);
  if (hasAddresses(present.value)) checkAddresses(present);
  checkAffinity(present);
  checkBalancer(present);
};
