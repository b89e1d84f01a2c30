import type { Path } from '../../../../text/path';
import type { Container } from '../../../facts/pods';

/** A request that the kubelet sends to a container. */
export interface Probe {
  /** `readinessProbe`, …, `preStop`. */
  readonly field: string;
  /** Of the port. */
  readonly path: Path;
  readonly port: string | number;
  /** Of an HTTP request; undefined for the others. */
  readonly httpPath?: string;
}

const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'];
const HOOKS = ['postStart', 'preStop'];

/** The probes and hooks of a container that go to a port of its own. */
export function probesOf({ container, path }: Container): readonly Probe[] {
  const places: Path[] = [...PROBES.map((field) => [field]), ...HOOKS.map((field) => ['lifecycle', field])];
  return places.flatMap((place) =>
    ['httpGet', 'tcpSocket', 'grpc'].flatMap((type): Probe[] => {
      const handler = [...place, type].reduce((value, step) => value?.[step], container);
      if (handler?.port === undefined || handler.host) return [];
      const httpPath = type === 'httpGet' ? (handler.path ?? '/') : undefined;
      return [{ field: String(place.at(-1)), path: [...path, ...place, type, 'port'], port: handler.port, httpPath }];
    }),
  );
}

/** The number of a probe's port; undefined for a name that the container does not have. */
export function numberOfPort({ container }: Container, port: string | number): number | undefined {
  if (typeof port === 'number') return port;
  return (container.ports ?? []).find(({ name }: any) => name === port)?.containerPort;
}
