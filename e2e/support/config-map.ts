import { apply } from './apply';

/**
 * Applies a ConfigMap with these files. They may have up to 1 MiB together. Server-side: a client would copy them into an
 * annotation, which may not be that long.
 */
export async function applyConfigMap(
  namespace: string,
  name: string,
  files: { readonly [file: string]: Buffer },
): Promise<void> {
  const base64 = Object.entries(files).map(([file, content]) => [file, content.toString('base64')]);
  const binaryData = Object.fromEntries(base64);
  const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace }, binaryData };
  await apply(JSON.stringify(object), '--server-side');
}
