import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EXPERIMENTAL_GROUP, POOL_GROUP } from '../../../lib/catalogue/api-groups';

/*
 * Answers the requests that an endpoint picker makes before it starts its manager: which kinds there are. Without an
 * API server it would stop right after it has read its configuration, before it has built its data layer.
 */

const resources = (groupVersion: string, ...kinds: [kind: string, plural: string][]) => ({
  kind: 'APIResourceList',
  apiVersion: 'v1',
  groupVersion,
  resources: kinds.map(([kind, name]) => ({ name, kind, namespaced: true, verbs: ['get', 'list', 'watch'] })),
});

const GROUPS: readonly (readonly [group: string, version: string, ...kinds: [string, string][]])[] = [
  [POOL_GROUP, 'v1', ['InferencePool', 'inferencepools']],
  [
    EXPERIMENTAL_GROUP,
    'v1alpha2',
    ['InferenceObjective', 'inferenceobjectives'],
    ['InferenceModelRewrite', 'inferencemodelrewrites'],
  ],
];

const ANSWERS: { readonly [path: string]: object } = {
  '/api': { kind: 'APIVersions', versions: ['v1'] },
  '/api/v1': resources('v1', ['Pod', 'pods'], ['ConfigMap', 'configmaps']),
  '/apis': {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: GROUPS.map(([name, version]) => {
      const only = { groupVersion: `${name}/${version}`, version };
      return { name, versions: [only], preferredVersion: only };
    }),
  },
  ...Object.fromEntries(
    GROUPS.map(([group, version, ...kinds]) => [
      `/apis/${group}/${version}`,
      resources(`${group}/${version}`, ...kinds),
    ]),
  ),
};

/** Starts it on a free port of this machine, and returns its address. */
export async function serveKinds(): Promise<{ readonly address: string; readonly server: Server }> {
  const server = createServer(({ url = '' }, response) => {
    const answer = ANSWERS[url.replace(/\?.*$/, '')];
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? { kind: 'Status', code: 404 }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
