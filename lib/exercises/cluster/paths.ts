import { refuse } from '../../errors';
import type { Cluster } from './cluster';

/** Where the objects of a cluster are, by what the cluster says of its kinds. */
export class Paths {
  private readonly kinds = new Map<string, Promise<readonly any[]>>();

  constructor(private readonly cluster: Cluster) {}

  /** The path of an object in the API. */
  async of({ apiVersion, kind, metadata: { name, namespace } }: any): Promise<string> {
    const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const found = (await this.kindsAt(root)).find((resource) => resource.kind === kind && !resource.name.includes('/'));
    if (found === undefined) {
      refuse(`${kind} ${name}`, {
        code: 'LLMD-CLUSTER-KIND',
        got: `${apiVersion} ${kind}`,
        expected: 'a kind that the cluster has',
        remedy: 'apply dist/platform/ first, and wait for its definitions',
      });
    }
    const scope = found.namespaced ? `/namespaces/${namespace ?? this.cluster.namespace}` : '';
    return `${root}${scope}/${found.name}/${name}`;
  }

  private kindsAt(root: string): Promise<readonly any[]> {
    const known = this.kinds.get(root) ?? this.resourcesAt(root);
    this.kinds.set(root, known);
    // Definitions that were just made are not there at once.
    known.catch(() => this.kinds.delete(root));
    return known;
  }

  private async resourcesAt(root: string): Promise<readonly any[]> {
    const { resources = [] } = await this.cluster.get(root, 'resources?[].name');
    return resources;
  }
}
