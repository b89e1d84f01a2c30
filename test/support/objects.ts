import { parseAllDocuments } from 'yaml';

/** An object as kubectl reads it. Tests look into it freely, hence `any`. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: { readonly [key: string]: string };
    readonly annotations?: { readonly [key: string]: string };
  };
  readonly [field: string]: any;
}

/** The objects of YAML text. Throws where the text is no YAML. */
export function parseObjects(yaml: string): KubeObject[] {
  return parseAllDocuments(yaml).map((document) => {
    if (document.errors[0]) {
      throw document.errors[0];
    }
    return document.toJS();
  });
}

/** `Kind/name`, which is how tests name objects. */
export function nameOf({ kind, metadata }: KubeObject): string {
  return `${kind}/${metadata.name}`;
}

/** The one object of a kind (and a name). Throws where there is none, or more than one. */
export function find(objects: readonly KubeObject[], kind: string, name?: string): KubeObject {
  const [first, ...others] = objects.filter(
    (object) => object.kind === kind && (name === undefined || object.metadata.name === name),
  );
  if (first === undefined || others.length > 0) {
    const wanted = name === undefined ? kind : `${kind}/${name}`;
    throw new Error(`want one ${wanted} among ${objects.map(nameOf).join(', ')}`);
  }
  return first;
}

/** The pod's spec of the one Deployment (of this name). */
export function podSpec(objects: readonly KubeObject[], name?: string): any {
  return find(objects, 'Deployment', name).spec.template.spec;
}

/** The first container of the one Deployment (of this name). */
export function mainContainer(objects: readonly KubeObject[], name?: string): any {
  return podSpec(objects, name).containers[0];
}
