import type { ApiObject } from 'cdk8s';
import { type IServiceAccount, ServiceAccount } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { AGENTGATEWAY_GROUP, POOL_GROUP } from '../catalogue/api-groups';
import type { PolicyRule } from '../../imports/k8s';
import { checkedName } from '../names';
import { recommendedLabels } from '../kubernetes/labels';
import { METADATA_CHECKS, type MetadataOptions, objectMetadata, putMetadata } from '../kubernetes/metadata';
import { clusterGrant, MANAGE, WATCH } from '../kubernetes/rbac';
import { AGENTGATEWAY, AGENTGATEWAY_KINDS, CONTROLLER, CONTROLLER_NAMESPACE } from './identity';
import { serviceAccount } from '../kubernetes/option-checks';
import { type Checks, checkedOptions } from '../options/check';
import { anyText } from '../options/checks';

/** Properties of `AgentgatewayAccess`. */
export interface AgentgatewayAccessProps extends MetadataOptions {
  /**
   * Namespace of the controller.
   * @default agentgateway-system
   */
  readonly namespace?: string;
  /**
   * An existing ServiceAccount, which must be passed to the controller too.
   * @default - one is made
   */
  readonly serviceAccount?: IServiceAccount;
}

const CHECKS: Checks<AgentgatewayAccessProps> = { ...METADATA_CHECKS, namespace: anyText, serviceAccount };

const ROUTING_KINDS = [
  'backendtlspolicies',
  'gateways',
  'grpcroutes',
  'httproutes',
  'listenersets',
  'tcproutes',
  'tlsroutes',
];

/** Rights of agentgateway's controller. Source: its chart at v1.4.1, templates/role.yaml, with inferenceExtension. */
const RIGHTS: readonly PolicyRule[] = [
  rule('', ['configmaps', 'services'], MANAGE),
  rule('', ['endpoints', 'namespaces', 'nodes', 'pods'], WATCH),
  rule('', ['events'], ['create', 'patch']),
  rule('', ['secrets', 'serviceaccounts'], without('update', MANAGE)),
  rule(AGENTGATEWAY_GROUP, AGENTGATEWAY_KINDS, WATCH),
  rule(AGENTGATEWAY_GROUP, status(AGENTGATEWAY_KINDS), ['get', 'patch', 'update']),
  rule('apiextensions.k8s.io', ['customresourcedefinitions'], WATCH),
  rule('apps', ['daemonsets', 'deployments'], MANAGE),
  rule('authentication.k8s.io', ['tokenreviews'], ['create']),
  rule('autoscaling', ['horizontalpodautoscalers'], MANAGE),
  rule('coordination.k8s.io', ['leases'], ['create', 'get', 'update']),
  rule('discovery.k8s.io', ['endpointslices'], WATCH),
  rule('gateway.networking.k8s.io', [...ROUTING_KINDS, 'referencegrants'], WATCH),
  rule('gateway.networking.k8s.io', status([...ROUTING_KINDS, 'gatewayclasses']), ['patch', 'update']),
  rule('gateway.networking.k8s.io', ['gatewayclasses'], without('delete', MANAGE)),
  rule(POOL_GROUP, ['inferencepools'], WATCH),
  rule(POOL_GROUP, status(['inferencepools']), ['patch', 'update']),
  rule('networking.istio.io', ['destinationrules', 'serviceentries', 'workloadentries'], WATCH),
  rule('policy', ['poddisruptionbudgets'], MANAGE),
  rule('security.istio.io', ['authorizationpolicies'], WATCH),
];

/** The ServiceAccount of agentgateway's controller, its ClusterRole and the binding of the two. */
export class AgentgatewayAccess extends Construct {
  /** ServiceAccount of the controller. */
  readonly serviceAccount: IServiceAccount;
  /** Rights of the controller in the whole cluster. */
  readonly clusterRole: ApiObject;

  constructor(scope: Construct, id: string, props: AgentgatewayAccessProps = {}) {
    super(scope, id);
    checkedOptions(this, props, CHECKS);
    putMetadata(this, props);
    const namespace = checkedName(this, props.namespace ?? CONTROLLER_NAMESPACE, 'namespace');
    const labels = recommendedLabels(this, CONTROLLER);
    this.serviceAccount =
      props.serviceAccount ??
      new ServiceAccount(this, 'service-account', {
        metadata: objectMetadata(this, { name: AGENTGATEWAY, namespace, labels }),
        automountToken: false,
      });
    // The chart's names.
    const names = { roleName: `agentgateway-${namespace}`, bindingName: `agentgateway-role-${namespace}` };
    this.clusterRole = clusterGrant(this, { ...names, labels }, this.serviceAccount, RIGHTS).role;
  }
}

function rule(apiGroup: string, resources: string[], verbs: string[]): PolicyRule {
  return { apiGroups: [apiGroup], resources, verbs };
}

function status(kinds: string[]): string[] {
  return kinds.map((kind) => `${kind}/status`);
}

function without(verb: string, verbs: string[]): string[] {
  return verbs.filter((other) => other !== verb);
}
