import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';

/** Fields of the pods of a kind that differ from pod-spec.yaml. */
const PODS: { readonly [kind: string]: object } = {
  Deployment: {},
  ReplicaSet: {},
  DaemonSet: {},
  StatefulSet: {},
  Job: { restartPolicy: 'Never' },
};

function read(file: string): string {
  return readFileSync(join(__dirname, 'objects', file), 'utf8');
}

const podSpec: object = parse(read('pod-spec.yaml'));
const objects = parseAllDocuments(read('kinds.yaml')).map((document) => withPod(document.toJS()));

function withPod(object: any): any {
  const change = PODS[object.kind];
  if (change === undefined) return object;
  object.spec.template.spec = { ...podSpec, ...change };
  return object;
}

/** Valid objects of the kinds that lib/api-server/kubernetes checks, each with many of its fields. */
export function validObjects(): any[] {
  return structuredClone(objects);
}

/** The first of a kind, or the one of that name. */
export function validObject(kind: string, name?: string): any {
  const found = objects.find((object) => object.kind === kind && (name === undefined || object.metadata.name === name));
  return structuredClone(found);
}
