import { readFileSync } from 'node:fs';
import { refuse } from '../../errors';
import { ParseError } from '../../text/yaml/parse-error';
import { readDocuments } from '../../text/yaml/read';

/** The fields of a Kubernetes object that a guide reads, from a file or from the cluster. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly generation?: number;
    readonly resourceVersion?: string;
    readonly labels?: { readonly [key: string]: string };
    readonly annotations?: { readonly [key: string]: string };
    readonly managedFields?: readonly ManagedFields[];
  };
  readonly spec?: {
    readonly replicas?: number;
    readonly selector?: { readonly matchLabels?: { readonly [key: string]: string } };
    readonly ports?: readonly { readonly port: number }[];
  };
  readonly status?: Status;
}

/** An entry of `metadata.managedFields`. */
export interface ManagedFields {
  readonly manager?: string;
  readonly operation?: string;
  readonly subresource?: string;
  readonly fieldsV1?: object;
}

/** The fields of a status that a guide reads. */
export interface Status {
  readonly conditions?: readonly Condition[];
  readonly observedGeneration?: number;
  readonly replicas?: number;
  readonly updatedReplicas?: number;
  readonly availableReplicas?: number;
  readonly currentRevision?: string;
  readonly updateRevision?: string;
  /** The conditions of routes and pools, by Gateway. */
  readonly parents?: readonly { readonly conditions?: readonly Condition[] }[];
}

/** A condition of a status. */
export interface Condition {
  readonly type: string;
  /** `True`, `False` or `Unknown`. */
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
  readonly observedGeneration?: number;
}

/** The objects of YAML files, in order. */
export function readObjects(files: readonly string[]): KubernetesObject[] {
  return files.flatMap((file) =>
    documentsOf(file).map((document) => {
      const object = document as Partial<KubernetesObject>;
      if (object.kind === undefined || object.metadata?.name === undefined) {
        refuse(file, {
          code: 'LLMD-GUIDE-OBJECT',
          got: 'a document without kind and metadata.name',
          expected: 'Kubernetes objects',
          remedy: 'synthesize the folder again',
        });
      }
      return object as KubernetesObject;
    }),
  );
}

function documentsOf(file: string): readonly unknown[] {
  try {
    return readDocuments(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return refuse(file, {
      code: 'LLMD-GUIDE-FILE',
      got: `line ${error.line}: ${error.message}`,
      expected: 'YAML',
      remedy: 'synthesize the folder again',
    });
  }
}

/** Kind, namespace and name of an object: `Deployment default/vllm`. */
export function titleOf({ kind, metadata: { name, namespace } }: KubernetesObject): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

/** Whether an object is a CustomResourceDefinition. */
export function isDefinition({ kind }: KubernetesObject): boolean {
  return kind === 'CustomResourceDefinition';
}
