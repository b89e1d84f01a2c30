import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_VLLM } from '../../lib/catalogue/engines/vllm';
import { apply } from './apply';
import { applyConfigMap } from './config-map';
import { kubectl, rolledOut } from './kubectl';
import { restrictedPod } from './restricted-pod';

/** The hub's address in its namespace. */
export const HUB_URL = 'http://hub:8000';

/**
 * Path in a pod at which the ConfigMap `hub-client` is a command `hf`, for images that have huggingface_hub without it. It
 * is the last in the PATH of the others.
 */
export const HF_PATH = '/usr/local/sbin';

const HF = `#!/bin/sh
exec "$(command -v python3 || command -v python3.11)" -m huggingface_hub.cli.hf "$@"
`;

/**
 * Runs hub.py with the files of a model, in a pod with the image of vLLM, since that has Python.
 */
export async function startHub(
  namespace: string,
  model: { readonly id: string; readonly commit: string; readonly files: { readonly [file: string]: Buffer } },
): Promise<void> {
  const { id, commit, files } = model;
  const metadata = (name: string) => ({ name, namespace });
  const labels = { app: 'hub' };
  const python = 'exec "$(command -v python3 || command -v python3.11)" "$@"';
  const spec = restrictedPod({
    image: DEFAULT_VLLM.images.cpu,
    command: ['sh', '-c', python, 'hub', '/hub/hub.py', '8000', '/files', id, commit],
    readinessProbe: { tcpSocket: { port: 8000 }, periodSeconds: 1 },
    volumes: { '/hub': { configMap: { name: 'hub' } }, '/files': { configMap: { name: 'hub-files' } } },
  });
  const objects = [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadata('hub'),
      spec: { selector: labels, ports: [{ port: 8000 }] },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: metadata('hub'),
      spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec } },
    },
  ];
  await applyConfigMap(namespace, 'hub', { 'hub.py': HUB });
  await applyConfigMap(namespace, 'hub-client', { hf: Buffer.from(HF) });
  await applyConfigMap(namespace, 'hub-files', files);
  await apply(objects.map((object) => JSON.stringify(object)).join('\n---\n'));
  await rolledOut(namespace, 'hub');
}

const HUB = readFileSync(path.join(__dirname, 'hub.py'));

/** A request that the hub has answered. */
export interface HubRequest {
  /** Address of the pod that asked. */
  readonly client: string;
  readonly method: string;
  readonly path: string;
}

/** All requests that the hub has answered until now. */
export async function hubRequests(namespace: string): Promise<HubRequest[]> {
  const log = await kubectl(['logs', '-n', namespace, 'deployment/hub']);
  return log
    .split('\n')
    .map((line) => line.split(' '))
    .filter((words) => words.length === 3)
    .map(([client, method, path]) => ({ client, method, path }));
}
