import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { AGENTGATEWAY as AGENTGATEWAY_PRODUCT } from '../catalogue/gateways/gateways';
import type { EnvVar } from '../../imports/k8s';
import { checkedName } from '../names';
import { recommendedLabels } from '../kubernetes/labels';
import { type Metadata, METADATA_CHECKS, type MetadataOptions, putMetadata } from '../kubernetes/metadata';
import { kubeObject } from '../kubernetes/objects';
import { podTemplate, type WorkloadPod } from '../kubernetes/pod';
import { POD_OPTION_CHECKS, type PodOptions } from '../kubernetes/pod-options';
import { rollingUpdate } from '../kubernetes/rolling-update';
import { type Rollout, rolloutOptions } from '../kubernetes/rollout';
import { AGENTGATEWAY, CONTROLLER, CONTROLLER_NAMESPACE } from './identity';
import { type Checks, checkedOptions } from '../options/check';
import { anyText } from '../options/checks';

/** Properties of `AgentgatewayController`. */
export interface AgentgatewayControllerProps extends PodOptions, MetadataOptions {
  /**
   * Namespace of the controller.
   * @default agentgateway-system
   */
  readonly namespace?: string;
  /**
   * How the pod is replaced.
   * @default - Kubernetes' own: the new pod starts before the old one ends
   */
  readonly rollout?: Rollout;
}

const CHECKS: Checks<AgentgatewayControllerProps> = {
  ...POD_OPTION_CHECKS,
  ...METADATA_CHECKS,
  namespace: anyText,
  rollout: rolloutOptions,
};

const VERSION = `v${AGENTGATEWAY_PRODUCT.version}`;
const REGISTRY = 'cr.agentgateway.dev';
/**
 * Memory that ends the controller instead of the node. Measured with v1.4.1 and no proxy connected: 120 MB resident with
 * 2 Gateways, 187 MB with 20 Gateways, 500 routes and 1,000 large Secrets and ConfigMaps, all of which it reads.
 */
const MEMORY_LIMIT = '1Gi';
const PORTS = { 'grpc-xds-agw': 9978, health: 9093, metrics: 9092 };

/**
 * The controller of agentgateway as its chart installs it, without Helm.
 * Source: agentgateway/agentgateway v1.4.1, controller/install/helm/agentgateway with inferenceExtension.enabled.
 */
export class AgentgatewayController extends Construct {
  /** The Deployment of the controller. */
  readonly deployment: ApiObject;
  /** The Service from which proxies get their configuration. */
  readonly service: ApiObject;

  constructor(scope: Construct, id: string, props: AgentgatewayControllerProps = {}) {
    super(scope, id);
    checkedOptions(this, props, CHECKS);
    putMetadata(this, props);
    // The chart's selector, so that these objects can replace a Helm installation.
    const selector = {
      agentgateway: AGENTGATEWAY,
      'app.kubernetes.io/name': AGENTGATEWAY,
      'app.kubernetes.io/instance': AGENTGATEWAY,
    };
    const labels = { ...recommendedLabels(this, CONTROLLER), ...selector };
    const namespace = checkedName(this, props.namespace ?? CONTROLLER_NAMESPACE, 'namespace');
    const metadata: Metadata = { name: AGENTGATEWAY, namespace, labels };

    this.service = kubeObject(this, 'service', 'v1/Service', metadata, {
      spec: {
        selector,
        ports: Object.entries(PORTS).map(([name, port]) => ({ name, port, targetPort: name })),
      },
    });
    this.deployment = kubeObject(this, 'deployment', 'apps/v1/Deployment', metadata, {
      spec: {
        replicas: 1,
        ...rollingUpdate(this, props.rollout),
        selector: { matchLabels: selector },
        template: podTemplate(this, { selector, ...this.pod(labels, props) }, props),
      },
    });
  }

  private pod(
    labels: { [key: string]: string },
    { imageRegistry = REGISTRY }: PodOptions,
  ): Omit<WorkloadPod, 'selector'> {
    const ready = { httpGet: { path: '/readyz', port: 'health' } };
    return {
      labels,
      annotations: {
        'prometheus.io/path': '/metrics',
        'prometheus.io/port': String(PORTS.metrics),
        'prometheus.io/scrape': 'true',
      },
      serviceAccountName: AGENTGATEWAY,
      main: {
        name: 'controller',
        image: `${REGISTRY}/controller:${VERSION}`,
        env: controllerEnv(imageRegistry),
        ports: Object.entries(PORTS).map(([name, containerPort]) => ({ name, containerPort })),
        startupProbe: { ...ready, periodSeconds: 1, failureThreshold: 120 },
        readinessProbe: { ...ready, initialDelaySeconds: 1, periodSeconds: 10 },
        resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: MEMORY_LIMIT } },
      },
      spec: { securityContext: { runAsUser: 10101 } },
    };
  }
}

/** Environment of the controller, which has no other settings. Source: controller/api/settings/settings.go. */
function controllerEnv(imageRegistry: string): EnvVar[] {
  const limit = (resource: string) => ({ resourceFieldRef: { resource, divisor: '1' } });
  return [
    { name: 'GOMEMLIMIT', valueFrom: limit('limits.memory') },
    { name: 'GOMAXPROCS', valueFrom: limit('limits.cpu') },
    { name: 'AGW_PROXY_IMAGE_REGISTRY', value: imageRegistry },
    { name: 'AGW_PROXY_IMAGE_REPOSITORY', value: 'agentgateway' },
    { name: 'AGW_PROXY_IMAGE_TAG', value: VERSION },
    { name: 'AGW_LOG_LEVEL', value: 'info' },
    { name: 'AGW_XDS_SERVICE_NAME', value: AGENTGATEWAY },
    { name: 'AGW_AGENTGATEWAY_XDS_SERVICE_PORT', value: String(PORTS['grpc-xds-agw']) },
    { name: 'AGW_DISCOVERY_NAMESPACE_SELECTORS', value: '[]' },
    // Without it every route to an InferencePool is BackendNotFound.
    { name: 'AGW_ENABLE_INFER_EXT', value: 'true' },
    { name: 'AGW_XDS_MODE', value: 'tls' },
    { name: 'AGW_GATEWAY_CLASS_PARAMETERS_REFS', value: '{}' },
    { name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } },
  ];
}
