import type { KindEntry, KindTable } from '../../lib/api-server/kinds/kind-table';
import type { Definition } from '../../lib/api-server/schema/definition';
import { apiVersionOf, groupVersionKind, type GroupVersionKind, type Swagger } from './kubernetes';
import type { KubernetesKind } from './kubernetes-schemas';

/** Since 1.24, new alpha and beta APIs of Kubernetes are disabled by default. */
const OFF = /alpha|beta/;

/** The path of the objects of a kind: `/api/v1/pods`, `/apis/apps/v1/namespaces/{namespace}/deployments`. */
const COLLECTION = /^\/apis?\/(?:[^/]+\/)?v[^/]+\/(namespaces\/\{namespace\}\/)?[a-z]+$/;

/** The file of `imports/schemas` with Kubernetes' own kinds. */
export const KUBERNETES_FILE = 'kubernetes';

/** The kinds that clients can create, by group, with their versions. */
export function kubernetesKinds({ paths }: Swagger): KindTable {
  const kinds: { [group: string]: { [kind: string]: KindEntry } } = {};
  for (const [path, { post }] of Object.entries(paths).sort()) {
    const [, namespaced] = COLLECTION.exec(path) ?? [];
    const gvk = post?.['x-kubernetes-group-version-kind'];
    if (gvk === undefined || !COLLECTION.test(path)) continue;
    const nameless = !(`${path}/{name}` in paths);
    const group = (kinds[gvk.group] ??= {});
    group[gvk.kind] = withVersion(group[gvk.kind], gvk, namespaced !== undefined, nameless);
  }
  return kinds;
}

function withVersion(
  { versions, off = [] }: Pick<KindEntry, 'versions' | 'off'> = { versions: [] },
  { version }: GroupVersionKind,
  namespaced: boolean,
  nameless: boolean,
): KindEntry {
  const served = OFF.test(version) ? versions : newestFirst([...versions, version]);
  const notServed = OFF.test(version) ? newestFirst([...off, version]) : off;
  return {
    namespaced,
    versions: served,
    ...(notServed.length > 0 && { off: notServed }),
    ...(nameless && { nameless }),
    ...(served.length > 0 && { schema: KUBERNETES_FILE }),
  };
}

/** Versions in the order in which kubectl prefers them: v2, v1, v1beta1, v1alpha2. */
function newestFirst(versions: readonly string[]): string[] {
  const rank = (version: string) => (version.includes('alpha') ? 0 : version.includes('beta') ? 1 : 2);
  return [...versions].sort((a, b) => rank(b) - rank(a) || b.localeCompare(a, 'en', { numeric: true }));
}

/** The served kinds of Kubernetes, each with its definition in `swagger`. */
export function servedKinds(kinds: KindTable, { definitions }: Swagger): KubernetesKind[] {
  const names = new Map(
    Object.entries(definitions).flatMap(([name, definition]) => {
      const gvk = groupVersionKind(definition);
      return gvk === undefined ? [] : [[`${apiVersionOf(gvk)} ${gvk.kind}`, name] as const];
    }),
  );
  return Object.entries(kinds).flatMap(([group, ofGroup]) =>
    Object.entries(ofGroup).flatMap(([kind, { versions }]) =>
      versions.map((version) => {
        const apiVersion = apiVersionOf({ group, version, kind });
        return { apiVersion, kind, definition: names.get(`${apiVersion} ${kind}`)! };
      }),
    ),
  );
}

/** `kinds`, the kinds of `imported` CRDs, and those of `others`, which get no schema. */
export function withCrds(kinds: KindTable, imported: readonly Definition[], others: readonly Definition[]): KindTable {
  const all: { [group: string]: { [kind: string]: KindEntry } } = { ...kinds };
  const add = ({ spec }: Definition, schema?: string) => {
    const group = (all[spec.group] = { ...all[spec.group] });
    group[spec.names.kind] ??= {
      namespaced: spec.scope === 'Namespaced',
      versions: newestFirst(spec.versions.filter(({ served }) => served).map(({ name }) => name)),
      ...(schema !== undefined && { schema }),
    };
  };
  imported.forEach((crd) => add(crd, crd.metadata.name));
  others.forEach((crd) => add(crd));
  return all;
}

/** JSON with a line for each kind, groups and kinds sorted. */
export function kindsJson(kinds: KindTable): string {
  const groups = Object.entries(kinds)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, ofGroup]) => {
      const lines = Object.entries(ofGroup)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([kind, entry]) => `  ${JSON.stringify(kind)}: ${JSON.stringify(entry)}`);
      return ` ${JSON.stringify(group)}: {\n${lines.join(',\n')}\n }`;
    });
  return `{\n${groups.join(',\n')}\n}\n`;
}
