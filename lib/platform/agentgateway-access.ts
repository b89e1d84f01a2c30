import { ServiceAccount } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { dnsLabel } from '../names';
import { recommendedLabels } from '../synth/labels';
import { clusterGrant } from '../synth/rbac';
import { AGENTGATEWAY, CONTROLLER, CONTROLLER_NAMESPACE } from './identity';

/** Properties of `AgentgatewayAccess`. */
export interface AgentgatewayAccessProps {
  /**
   * Namespace of the controller.
   * @default agentgateway-system
   */
  readonly namespace?: string;
}

const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'];

/** Rights of agentgateway's controller. Source: its chart at v1.4.1, templates/role.yaml, with inferenceExtension. */
const RIGHTS: readonly (readonly [group: string, resources: string, verbs: readonly string[]])[] = [
  ['', 'configmaps services', WRITE],
  ['', 'endpoints namespaces nodes pods', READ],
  ['', 'events', ['create', 'patch']],
  ['', 'secrets serviceaccounts', ['create', 'delete', 'get', 'list', 'patch', 'watch']],
  ['agentgateway.dev', 'agentgatewaybackends agentgatewaymodels agentgatewayparameters agentgatewaypolicies', READ],
  [
    'agentgateway.dev',
    'agentgatewaybackends/status agentgatewaymodels/status agentgatewayparameters/status agentgatewaypolicies/status',
    ['get', 'patch', 'update'],
  ],
  ['apiextensions.k8s.io', 'customresourcedefinitions', READ],
  ['apps', 'daemonsets deployments', WRITE],
  ['authentication.k8s.io', 'tokenreviews', ['create']],
  ['autoscaling', 'horizontalpodautoscalers', WRITE],
  ['coordination.k8s.io', 'leases', ['create', 'get', 'update']],
  ['discovery.k8s.io', 'endpointslices', READ],
  [
    'gateway.networking.k8s.io',
    'backendtlspolicies gateways grpcroutes httproutes listenersets referencegrants tcproutes tlsroutes',
    READ,
  ],
  [
    'gateway.networking.k8s.io',
    'backendtlspolicies/status gatewayclasses/status gateways/status grpcroutes/status httproutes/status ' +
      'listenersets/status tcproutes/status tlsroutes/status',
    ['patch', 'update'],
  ],
  ['gateway.networking.k8s.io', 'gatewayclasses', ['create', 'get', 'list', 'patch', 'update', 'watch']],
  ['inference.networking.k8s.io', 'inferencepools', READ],
  ['inference.networking.k8s.io', 'inferencepools/status', ['patch', 'update']],
  ['networking.istio.io', 'destinationrules serviceentries workloadentries', READ],
  ['policy', 'poddisruptionbudgets', WRITE],
  ['security.istio.io', 'authorizationpolicies', READ],
];

/** The ServiceAccount of agentgateway's controller, its ClusterRole and the binding of the two. */
export class AgentgatewayAccess extends Construct {
  constructor(scope: Construct, id: string, props: AgentgatewayAccessProps = {}) {
    super(scope, id);
    const namespace = dnsLabel(this, props.namespace ?? CONTROLLER_NAMESPACE);
    const labels = recommendedLabels(this, CONTROLLER);
    const serviceAccount = new ServiceAccount(this, 'service-account', {
      metadata: { name: AGENTGATEWAY, namespace, labels },
    });
    // The chart's names.
    const names = { roleName: `agentgateway-${namespace}`, bindingName: `agentgateway-role-${namespace}` };
    clusterGrant(
      this,
      { ...names, labels },
      serviceAccount,
      RIGHTS.map(([group, resources, verbs]) => ({ apiGroups: [group], resources: resources.split(' '), verbs })),
    );
  }
}
