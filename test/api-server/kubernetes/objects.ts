import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';

/** What the pods of a kind want to be different. */
const PODS: { readonly [kind: string]: object } = {
  Deployment: {},
  ReplicaSet: {},
  DaemonSet: {},
  StatefulSet: {},
  ReplicationController: {},
  Job: { restartPolicy: 'Never' },
  CronJob: { restartPolicy: 'OnFailure' },
};

function read(file: string): string {
  return readFileSync(join(__dirname, 'objects', file), 'utf8');
}

const podSpec: object = parse(read('pod-spec.yaml'));
const objects = [read('kinds.yaml'), read('definition.yaml')]
  .flatMap((text) => parseAllDocuments(text))
  .map((document) => withPod(document.toJS()));

function withPod(object: any): any {
  const change = PODS[object.kind];
  if (change === undefined) return object;
  const owner = object.kind === 'CronJob' ? object.spec.jobTemplate : object;
  owner.spec.template.spec = { ...podSpec, ...change };
  return object;
}

/** Objects of the kinds that the API server checks by hand, each with much of what it can have. They are valid. */
export function validObjects(): any[] {
  return structuredClone(objects);
}

/** The first of a kind, or the one of that name. */
export function validObject(kind: string, name?: string): any {
  const found = objects.find((object) => object.kind === kind && (name === undefined || object.metadata.name === name));
  return structuredClone(found);
}
