import { listed } from '../../../text/wording';
import type { Resource } from '../../../api-server/resource';
import { type Container, containersOf } from '../../facts/pods';
import type { PodTemplate } from '../../facts/pod-template';

/** The port of a Service that a reference asks for, by number or by name. */
export function servicePort(service: Resource, wanted: number | string): any {
  return servicePorts(service).find(({ port, name }) => wanted === port || wanted === name);
}

/** `9002 (grpc-ext-proc) and 9090 (http-metrics)`. */
export function showServicePorts(service: Resource): string {
  const all = servicePorts(service).map(({ port, name }) => (name === undefined ? `${port}` : `${port} (${name})`));
  return all.length === 0 ? 'no ports' : listed(all);
}

/** The port of a pod to which a Service sends what comes in; undefined where no container has such a name. */
export function containerPort(
  pod: PodTemplate,
  { port, targetPort = port, protocol = 'TCP' }: any,
): number | undefined {
  if (typeof targetPort === 'number') return targetPort;
  return declared(pod).find(({ name, protocol: own }) => name === targetPort && own === protocol)?.number;
}

/** A port that a container declares. */
export interface DeclaredPort {
  readonly container: Container;
  readonly number: number;
  readonly name?: string;
  readonly protocol: string;
}

/** The ports of the containers that run while a pod serves. Source: kubernetes pkg/api/v1/pod, FindPort. */
export function declared(pod: PodTemplate): readonly DeclaredPort[] {
  return containersOf(pod)
    .filter(({ role }) => role !== 'init')
    .flatMap((container) =>
      (container.container.ports ?? []).flatMap(({ containerPort, name, protocol = 'TCP' }: any) =>
        containerPort === undefined ? [] : { container, number: containerPort, name, protocol },
      ),
    );
}

/** `8000 (http) and 8200`, or that there are none. */
export function showDeclared(pod: PodTemplate): string {
  const all = declared(pod).map(({ number, name }) => (name === undefined ? `${number}` : `${number} (${name})`));
  return all.length === 0 ? 'no ports' : listed(all);
}

/** The ports of a Service that have a number. */
export function servicePorts({ object }: Resource): readonly any[] {
  return (object.spec?.ports ?? []).filter(({ port }: any) => port !== undefined);
}
