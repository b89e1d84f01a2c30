/*
 * Source: k8s.io/kubernetes v1.35.4 pkg/apis/networking/validation/validation.go: ValidateNetworkPolicySpec,
 *   ValidateNetworkPolicyPort, ValidateNetworkPolicyPeer, ValidateIPBlock
 */
import type { RuleDoc } from '../rule-doc';
import { all, type Check, each, fields, format, oneOfExactly, required, show } from './checks';
import { CIDR, isInside } from '../formats/ip';
import { labelSelector } from './labels';
import { portNumber, portNumberOrName, PROTOCOLS } from './pod/ports';

export const NETWORK_POLICY: RuleDoc = {
  code: 'LLMD-NETWORK-POLICY',
  severity: 'error',
  title: 'The peers and ports of a network policy are valid',
  why: 'The API server refuses a peer that is empty or that has both pods and addresses, and ranges of ports that end before they begin.',
};

const port: Check = (field) => {
  fields({ protocol: oneOfExactly(...PROTOCOLS), port: portNumberOrName })(field);
  const [first, last] = [field.at('port'), field.at('endPort')];
  if (first.value === '') required(first);
  if (!last.given) return;
  if (typeof first.value !== 'number') {
    last.refuse('a range begins with a number, and port has none', 'write a number, or remove endPort');
  } else if (last.value < first.value) {
    last.refuse(`${last.value} is less than port ${first.value}`, 'write the larger number here');
  }
  portNumber(last);
};

const ipBlock: Check = (field) => {
  fields({ cidr: all(required, format(CIDR)), except: each(all(required, format(CIDR))) })(field);
  const cidr = field.at('cidr').value ?? '';
  const outside = field.at('except').items.filter((item) => !item.empty && !isInside(item.value, cidr));
  outside.forEach((item) =>
    item.refuse(`${show(item.value)} is not a smaller part of ${cidr}`, 'write a part of cidr'),
  );
};

const PEERS = ['podSelector', 'namespaceSelector', 'ipBlock'];

const peer: Check = (field) => {
  fields({ podSelector: labelSelector, namespaceSelector: labelSelector, ipBlock })(field);
  const present = PEERS.filter((name) => field.at(name).given);
  if (present.length === 0) field.refuse(`the peer is empty, expected one of ${PEERS.join(', ')}`, 'add one');
  if (present.length > 1 && present.includes('ipBlock')) {
    field.at('ipBlock').refuse(`${present[0]} selects pods and cannot be combined with ipBlock`, 'write two peers');
  }
};

const policyTypes: Check = (field) => {
  each(oneOfExactly('Egress', 'Ingress'))(field);
  if (field.items.length > 2) field.refuse(`${field.items.length} types are more than 2`, 'name each once');
};

export const networkPolicy: Check = fields({
  spec: fields({
    podSelector: labelSelector,
    ingress: each(fields({ ports: each(port), from: each(peer) })),
    egress: each(fields({ ports: each(port), to: each(peer) })),
    policyTypes,
  }),
});
