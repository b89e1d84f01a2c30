import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { refuse } from '../../errors';
import { firstLine } from '../../text/first-line';
import { ExecPlugin, pluginUser } from './exec-plugin';
import type { KubeConfig } from './kubernetes-client';

/**
 * Reads the kubeconfig as kubectl does: files of KUBECONFIG that are not there are left out, and of two entries with one
 * name the first counts. Source: k8s.io/client-go v0.35.4, tools/clientcmd/loader.go: ClientConfigLoadingRules.
 */
export async function readKubeconfig(): Promise<KubeConfig> {
  const client = await import('./kubernetes-client');
  const named = (process.env.KUBECONFIG ?? '').split(delimiter).filter((file) => file !== '');
  const files = named.filter((file) => existsSync(file));
  if (named.length > 0 && files.length === 0) {
    const expected = 'at least one file of KUBECONFIG';
    refuseFile(`no file ${named.join(', ')}`, expected, 'correct KUBECONFIG, or unset it for ~/.kube/config');
  }
  const parts = (named.length > 0 ? files : [undefined]).map((file) => read(new client.KubeConfig(), file));
  const config = new client.KubeConfig();
  config.loadFromOptions({
    clusters: firstByName(parts.flatMap((part) => part.getClusters())),
    contexts: firstByName(parts.flatMap((part) => part.getContexts())),
    users: firstByName(parts.flatMap((part) => part.getUsers())).map(pluginUser),
    currentContext: parts.map((part) => part.getCurrentContext()).find(Boolean),
  });
  config.addAuthenticator(new ExecPlugin());
  return config;
}

/** @param file default: ~/.kube/config, or the ServiceAccount of the pod that this runs in */
function read(config: KubeConfig, file: string | undefined): KubeConfig {
  try {
    if (file === undefined) config.loadFromDefault();
    else config.loadFromFile(file);
  } catch (error) {
    const got = `a kubeconfig that cannot be read: ${file === undefined ? '' : `${file}: `}${reasonOf(error)}`;
    refuseFile(got, 'YAML with clusters, users and contexts', 'see `kubectl config view`');
  }
  return config;
}

/** The message of js-yaml holds an excerpt, in which a token may stand. An empty file is read as no object. */
function reasonOf(error: unknown): string {
  const { message, reason, mark } = error as Error & { reason?: string; mark?: { line: number } };
  if (reason !== undefined) return `line ${(mark?.line ?? 0) + 1}: ${firstLine(reason)}`;
  return error instanceof TypeError ? 'it has no clusters' : firstLine(message);
}

function refuseFile(got: string, expected: string, remedy: string): never {
  refuse('kubeconfig', { code: 'LLMD-KUBECONFIG', got, expected, remedy });
}

function firstByName<Named extends { readonly name: string }>(entries: readonly Named[]): Named[] {
  return [...new Map(entries.toReversed().map((entry) => [entry.name, entry])).values()].toReversed();
}
