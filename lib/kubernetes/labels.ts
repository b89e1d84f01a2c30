import type { IConstruct } from 'constructs';
import { checkedName } from '../names';

const PART_OF = 'cdk8s-llm-d/part-of';

/** Values of an object's `app.kubernetes.io` labels. */
export interface Identity {
  /** The program, for example `vllm`. */
  readonly app: string;
  /** The name of this instance of the program. */
  readonly instance: string;
  /** The role of the program in the request path. */
  readonly component: 'model-server' | 'endpoint-picker' | 'routing' | 'gateway' | 'platform';
  /** The application that it belongs to, where the constructs around it do not decide that. */
  readonly partOf?: string;
}

/** Sets `app.kubernetes.io/part-of: name` on all objects that are made below `scope` from now on. */
export function belongsTo(scope: IConstruct, name: string): void {
  scope.node.setContext(PART_OF, checkedName(scope, name));
}

/** The recommended labels of Kubernetes. `kubectl apply --prune` can select by `part-of`. */
export function recommendedLabels(scope: IConstruct, identity: Identity): { [key: string]: string } {
  return {
    'app.kubernetes.io/name': identity.app,
    'app.kubernetes.io/instance': identity.instance,
    'app.kubernetes.io/component': identity.component,
    'app.kubernetes.io/part-of':
      identity.partOf ?? (scope.node.tryGetContext(PART_OF) as string | undefined) ?? 'llm-d',
    'app.kubernetes.io/managed-by': 'cdk8s-llm-d',
  };
}
