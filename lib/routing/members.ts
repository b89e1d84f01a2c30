import type { IConstruct } from 'constructs';
import { refuse } from '../errors';
import type { ModelServer } from '../model-server/model-server';

/** The port of all model servers of a pool: the picker would silently ignore a pod that listens on another. */
export function agreedPort(pool: IConstruct, servers: readonly ModelServer[]): number {
  return agreed(
    pool,
    servers.map(({ name, port }) => [name, port]),
    'LLMD-POOL-PORT',
    'one port for all model servers of a pool',
    'give them the same port, or make a pool for each',
  )!;
}

/** The namespace of all model servers of a pool, which is the pool's too: a selector does not cross namespaces. */
export function agreedNamespace(
  pool: IConstruct,
  servers: readonly ModelServer[],
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

function agreed<Value extends string | number>(
  pool: IConstruct,
  entries: readonly (readonly [owner: string, value: Value])[],
  code: string,
  expected: string,
  remedy: string,
): Value | undefined {
  if (new Set(entries.map(([, value]) => value)).size > 1) {
    const got = entries.map(([owner, value]) => `${value} (${owner})`).join(' and ');
    refuse(pool, { code, got, expected, remedy });
  }
  return entries[0]?.[1];
}
