import { Document, isCollection, parse, visit } from 'yaml';

/*
 * Objects for the examples of rules, as YAML. A patch is YAML that is laid over an object: its fields win, a list
 * replaces a list, and null takes a field away.
 */

/** What is shorter is written on one line. */
const LINE = 58;

/** YAML documents in one stream. */
export function documents(...yaml: readonly string[]): string {
  return yaml
    .filter((document) => document !== '')
    .map((document) => `${document.trim()}\n`)
    .join('---\n');
}

/** An object with a patch. */
export function patched(yaml: string, patch: string): string {
  return compact(merge(parse(yaml), parse(patch)));
}

/** An object with nothing but a name, and further lines. */
export function named(kind: string, name: string, rest = ''): string {
  return `
apiVersion: v1
kind: ${kind}
metadata: { name: ${name} }
${rest}`;
}

/** What an example changes of a pod, and of its first container. */
export interface PodPatch {
  readonly name?: string;
  /** The image, the labels, the arguments before those of the stack, and the ports of the container. */
  readonly image?: string;
  readonly labels?: string;
  readonly args?: string;
  readonly ports?: string;
  readonly object?: string;
  readonly pod?: string;
  readonly container?: string;
}

/** A Deployment of a server that is no model server, so that only the API server's rules apply to it. */
export function workload(patch: PodPatch = {}): string {
  return deployment({ name: 'server', image: 'registry.example.com/server:1.4.0', ...patch }, [patch.args]);
}

/** A Deployment whose container and pod have these fields, before the patch. */
export function deployment(
  patch: PodPatch & { readonly name: string },
  args: readonly (string | undefined)[],
  pod = '',
  container = '',
): string {
  const { name, labels = `app: ${name}`, object = '' } = patch;
  const matchLabels = parse(`{ ${labels} }`);
  const base = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      selector: { matchLabels },
      template: { metadata: { labels: matchLabels }, spec: podSpec(patch, args, pod, container) },
    },
  };
  return compact(merge(base, parse(object)));
}

/** The spec of a pod that the Pod Security Standard `restricted` admits. */
function podSpec(
  { name, image, ports, ...patch }: PodPatch,
  args: readonly (string | undefined)[],
  pod: string,
  container: string,
): object {
  const main = {
    name,
    image,
    args: parse(`[${args.filter(Boolean).join(', ')}]`),
    ...(ports === undefined ? {} : { ports: parse(ports) }),
    ...parse(container),
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
  };
  const spec = {
    ...parse(pod),
    securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [merge(main, parse(patch.container ?? ''))],
  };
  return merge(spec, parse(patch.pod ?? ''));
}

function merge(base: any, patch: any): any {
  if (patch === undefined || (patch === null && base !== undefined)) return base;
  if (typeof patch !== 'object' || Array.isArray(patch) || typeof base !== 'object' || Array.isArray(base))
    return patch;
  const merged = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = merge(base[key] ?? {}, value);
  }
  return merged;
}

/** An object as YAML. What fits on one line is on one line. */
function compact(object: object): string {
  const document = new Document(object, { aliasDuplicateObjects: false });
  visit(document, (key, node) => {
    if (key !== null && isCollection(node)) node.flow = JSON.stringify(node.toJS(document)).length < LINE;
  });
  return document.toString({ lineWidth: 0 });
}
