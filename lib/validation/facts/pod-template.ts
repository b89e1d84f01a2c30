import type { Resource } from '../../api-server/resource';
import type { Path } from '../../text/path';
import type { Labels } from './label-selector';

/** A pod, or what a workload makes its pods from. */
export interface PodTemplate {
  /** The Pod, Deployment, StatefulSet, … that holds it. */
  readonly resource: Resource;
  /** Where it stands in the resource: `['spec', 'template']`; `[]` for a Pod. */
  readonly path: Path;
  readonly namespace: string;
  readonly labels: Labels;
  readonly spec: any;
  /** 1 if it is not set. */
  readonly replicas: number;
}
