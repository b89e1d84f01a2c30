import type { IConstruct } from 'constructs';
import { checkedName } from '../names';

const PART_OF = 'cdk8s-llm-d/part-of';

/** What an object is, for its `app.kubernetes.io` labels. */
export interface Identity {
  /** The program, for example `vllm`. */
  readonly app: string;
  /** The name of this running copy of it. */
  readonly instance: string;
  /** Its part in the request path. */
  readonly component: 'model-server' | 'endpoint-picker' | 'routing' | 'gateway' | 'platform';
  /** What it belongs to, where that does not depend on the constructs around it. */
  readonly partOf?: string;
}

/** Makes everything that is created below `scope` afterwards carry `app.kubernetes.io/part-of: name`. */
export function belongsTo(scope: IConstruct, name: string): void {
  scope.node.setContext(PART_OF, checkedName(scope, name));
}

/** The recommended labels of Kubernetes. `part-of` is what `kubectl apply --prune` selects by. */
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
