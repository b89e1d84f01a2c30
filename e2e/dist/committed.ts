import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { POOL_GROUP } from '../../lib/catalogue/api-groups';
import { tryKubectl } from '../support/kubectl';

/** The committed files and folders for `kubectl apply -f`. */
export const PLATFORM = 'dist/platform/';
export const COMPLETE = 'dist/';
export const GUIDES = readdirSync('dist/guides')
  .sort()
  .map((name) => `dist/guides/${name}`);

/** An object as it is sent. */
export interface Sent {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

/** The objects in the files of a folder, in the order in which kubectl applies them. */
export function objectsIn(folder: string): Sent[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => parseAllDocuments(readFileSync(join(folder, name), 'utf8')))
    .map((document) => document.toJS());
}

/** `kind/name` for the titles and messages of tests. */
export function nameOf({ kind, metadata }: Sent): string {
  return `${kind}/${metadata.name}`;
}

/**
 * These suites write into the namespace `default`, and their results hold only for an empty cluster.
 * On any other cluster they fail at once.
 */
export function anEmptyCluster(): void {
  test('the cluster is empty', async () => {
    for (const trace of ['deployment/vllm', `customresourcedefinition/inferencepools.${POOL_GROUP}`]) {
      const { code, stdout, stderr } = await tryKubectl(['get', trace, '-n', 'default', '-o', 'name']);
      if (code === 0 || !stderr.includes('NotFound')) {
        throw new Error(
          `this suite needs an empty cluster, but \`kubectl get ${trace}\` printed: ${stdout}${stderr}\n` +
            'Run it on a new cluster (`kind delete cluster && kind create cluster`), one dist suite for each cluster.',
        );
      }
    }
  });
}
