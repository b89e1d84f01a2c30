import type { IConstruct } from 'constructs';
import { refuse } from '../errors';
import type { IModelServer } from '../model-server/model-server-contract';

/** The ports of all model servers of a pool: the endpoint picker would silently ignore a pod that listens on others. */
export function agreedPorts(pool: IConstruct, servers: readonly IModelServer[]): number[] {
  agreed(
    pool,
    servers.map(({ name, ports }) => [name, ports.join(', ')]),
    'LLMD-POOL-PORT',
    'the same ports for all model servers of a pool',
    'give them the same port and number of ranks, or make a pool for each',
  );
  return [...servers[0].ports];
}

/** The namespace of a pool and of all its model servers: a selector does not cross namespaces. */
export function agreedNamespace(
  pool: IConstruct,
  servers: readonly IModelServer[],
  own: string | undefined,
): string | undefined {
  const all: [string, string][] = servers.map(({ name, namespace }) => [name, namespace]);
  return agreed(
    pool,
    own === undefined || servers.length === 0 ? all : [['the pool', own], ...all],
    'LLMD-POOL-NAMESPACE',
    'one namespace for a pool and its model servers',
    'give them the same namespace',
  );
}

function agreed(
  pool: IConstruct,
  entries: readonly (readonly [owner: string, value: string])[],
  code: string,
  expected: string,
  remedy: string,
): string | undefined {
  if (new Set(entries.map(([, value]) => value)).size > 1) {
    const got = entries.map(([owner, value]) => `${value} (${owner})`).join(' and ');
    refuse(pool, { code, got, expected, remedy });
  }
  return entries[0]?.[1];
}
