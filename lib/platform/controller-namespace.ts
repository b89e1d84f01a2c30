import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { checkedName } from '../names';
import { recommendedLabels } from '../kubernetes/labels';
import { METADATA_CHECKS, type MetadataOptions, putMetadata } from '../kubernetes/metadata';
import { clusterObject } from '../kubernetes/objects';
import { CONTROLLER, CONTROLLER_NAMESPACE } from './identity';
import { type Checks, checkedOptions } from '../options/check';
import { anyText } from '../options/checks';

/** Properties of `ControllerNamespace`. */
export interface ControllerNamespaceProps extends MetadataOptions {
  /**
   * Name of the namespace.
   * @default agentgateway-system
   */
  readonly namespace?: string;
}

const CHECKS: Checks<ControllerNamespaceProps> = { ...METADATA_CHECKS, namespace: anyText };

/** The namespace of agentgateway's controller, which enforces the `restricted` standard on pods. */
export class ControllerNamespace extends Construct {
  /** The Namespace. */
  readonly apiObject: ApiObject;

  constructor(scope: Construct, id: string, props: ControllerNamespaceProps = {}) {
    super(scope, id);
    checkedOptions(this, props, CHECKS);
    putMetadata(this, props);
    const name = checkedName(this, props.namespace ?? CONTROLLER_NAMESPACE, 'namespace');
    const labels = { ...recommendedLabels(this, CONTROLLER), 'pod-security.kubernetes.io/enforce': 'restricted' };
    this.apiObject = clusterObject(this, 'namespace', 'v1/Namespace', { name, labels }, {});
  }
}
