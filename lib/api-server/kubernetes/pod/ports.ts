/*
 * Source: k8s.io/kubernetes v1.35.4 pkg/apis/core/validation/validation.go: validateContainerPorts,
 *   ValidatePortNumOrName, AccumulateUniqueHostPorts
 */
import { all, between, type Check, each, fields, format, oneOf, required, uniqueBy } from '../checks';
import type { Field } from '../field';
import { PORT_NAME } from '../../formats/names';

export const PROTOCOLS = ['SCTP', 'TCP', 'UDP'] as const;

/** A port number. Zero is refused. */
export const portNumber = between(1, 65535);

/** A port number. Zero counts as missing. */
export const optionalPortNumber: Check = (field) => portNumber(field.with(field.empty ? undefined : field.value));

/** A port number or the name of a port. */
export const portNumberOrName: Check = (field) => {
  if (typeof field.value === 'string') format(PORT_NAME)(field);
  else portNumber(field);
};

/** A required port number or name of a port. */
export const requiredPortNumberOrName: Check = (field) => {
  if (!field.given || field.value === '') required(field);
  else portNumberOrName(field);
};

const containerPort = fields({
  name: format(PORT_NAME),
  containerPort: all(required, optionalPortNumber),
  hostPort: optionalPortNumber,
  protocol: oneOf(...PROTOCOLS),
});

export const containerPorts: Check = all(each(containerPort), uniqueBy('name'));

/** Refuses a host port that a container before uses. */
export function uniqueHostPorts(containers: readonly Field[]): void {
  const taken = new Set<string>();
  for (const port of containers.flatMap((container) => container.at('ports').items)) {
    const { hostPort, protocol = 'TCP', hostIP = '' } = port.value ?? {};
    const key = `${protocol}/${hostIP}/${hostPort}`;
    if (!hostPort) continue;
    if (taken.has(key)) {
      port.at('hostPort').refuse(`port ${hostPort} of the node is already used`, 'use another port, or none');
    }
    taken.add(key);
  }
}
