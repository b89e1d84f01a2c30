import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { checkedServiceName } from '../names';
import { EXT_PROC_PORT, GRPC_HEALTH_PORT, METRICS_PORT } from '../catalogue/endpoint-picker/ports';
import { Release } from '../catalogue/endpoint-picker/release';
import { checkedImage } from '../kubernetes/image';
import { configHash } from '../kubernetes/config-hash';
import { recommendedLabels } from '../kubernetes/labels';
import { Mount } from '../kubernetes/mount';
import { type Metadata, METADATA_CHECKS, type MetadataOptions, putMetadata } from '../kubernetes/metadata';
import { kubeObject } from '../kubernetes/objects';
import { type ContainerSpec, podTemplate } from '../kubernetes/pod';
import { imageReference } from '../kubernetes/option-checks';
import { POD_OPTION_CHECKS, type PodOptions } from '../kubernetes/pod-options';
import { type Checks, checkedOptions } from '../options/check';
import { anyText, boolean, having, release, required, whole } from '../options/checks';
import { EndpointPickerAccess } from './access';
import { EndpointPickerConfig } from './config';
import { proxyContainer } from './proxy-container';
import { preStop, STARTUP_PROBE, strategy } from './rollout';
import { type EndpointPickerTransport, transport } from './transport';

/** Options of an endpoint picker, in a stack too. */
export interface EndpointPickerOptions extends PodOptions, MetadataOptions {
  /**
   * Image of the endpoint picker, with a version tag.
   * @default - the release's
   */
  readonly image?: string;
  /**
   * How the endpoint picker scores and picks pods.
   * @default EndpointPickerConfig.weighted()
   */
  readonly config?: EndpointPickerConfig;
  /**
   * Whether clients of /metrics need a bearer token of a ServiceAccount that may `get` the URL `/metrics`. The endpoint
   * picker asks the API server about it, for which a ClusterRole is made.
   * @default true
   */
  readonly metricsAuth?: boolean;
}

/** Checks of `EndpointPickerOptions`. */
export const ENDPOINT_PICKER_OPTION_CHECKS: Checks<EndpointPickerOptions> = {
  ...POD_OPTION_CHECKS,
  ...METADATA_CHECKS,
  image: imageReference,
  config: having('an EndpointPickerConfig, for example EndpointPickerConfig.weighted()', '_toYaml'),
  metricsAuth: boolean,
};

/** Properties of `EndpointPicker`. */
export interface EndpointPickerProps extends EndpointPickerOptions {
  /** Name of all its objects. */
  readonly name: string;
  /** Namespace of the pool. */
  readonly namespace: string;
  /** Name of the pool that it picks from. */
  readonly poolName: string;
  /**
   * Release of the endpoint picker.
   * @default Release.LLM_D_ROUTER_V0_10_0
   */
  readonly release?: Release;
  /** How proxies reach the endpoint picker. */
  readonly transport: EndpointPickerTransport;
  /**
   * The longest grace period of the model servers, in seconds. The picker's is at least as long, so that their streams end.
   * @default 0
   */
  readonly modelServerGraceSeconds?: number;
}

const CHECKS: Checks<EndpointPickerProps> = {
  ...ENDPOINT_PICKER_OPTION_CHECKS,
  name: required(anyText),
  namespace: required(anyText),
  poolName: required(anyText),
  release,
  transport: required(transport),
  modelServerGraceSeconds: whole(0),
};

// Source: config/charts/routerlib@v0.10.0 of llm-d-router.
const GRACE_PERIOD_SECONDS = 130;
const CONFIG_PATH = '/config';
const CONFIG_FILE = 'config.yaml';

/**
 * The endpoint picker (EPP), the program that proxies ask which pod is to answer a request.
 *
 * A change of its configuration replaces its pod without failed requests: the next pod is ready before the last one ends.
 * For some seconds two pickers answer, and each knows only the prefixes and the running requests that it has placed
 * itself. Prompts of one prefix may then reach a second pod, load is less even, a limit on requests in flight counts for
 * each picker, and the new one begins without prefixes. The cluster needs room for a second pod.
 */
export class EndpointPicker extends Construct {
  /** The Deployment, of one pod: replicas would not share what they know of prefixes and load. */
  readonly deployment: ApiObject;
  /** The Service: ext-proc on port 9002, metrics on port 9090, and the sidecar's port if there is one. */
  readonly service: ApiObject;
  /** The ConfigMap with the configuration file and the sidecar's files. */
  readonly configMap: ApiObject;
  /** ServiceAccount and rights. */
  readonly access: EndpointPickerAccess;
  /** Name of all objects. */
  readonly name: string;

  constructor(scope: Construct, id: string, props: EndpointPickerProps) {
    super(scope, id);
    checkedOptions(this, props, CHECKS);
    putMetadata(this, props);
    const release = props.release ?? Release.DEFAULT;
    const { sidecar } = props.transport;
    this.name = checkedServiceName(this, props.name);
    const labels = recommendedLabels(this, {
      app: 'endpoint-picker',
      instance: this.name,
      component: 'endpoint-picker',
    });
    const metadata: Metadata = { name: this.name, namespace: props.namespace, labels };
    const selector = { app: this.name };

    const { metricsAuth = true, serviceAccount } = props;
    this.access = new EndpointPickerAccess(this, 'access', { metadata, release, metricsAuth, serviceAccount });

    const config = (props.config ?? EndpointPickerConfig.weighted())._toYaml(release);
    this.configMap = kubeObject(this, 'config', 'v1/ConfigMap', metadata, {
      data: { [CONFIG_FILE]: config, ...sidecar?.files },
    });

    this.deployment = kubeObject(this, 'deployment', 'apps/v1/Deployment', metadata, {
      spec: {
        replicas: 1,
        strategy: strategy(props.extraArgs),
        selector: { matchLabels: selector },
        template: podTemplate(
          this,
          {
            selector,
            labels,
            annotations: configHash(this.configMap),
            serviceAccountName: this.access.serviceAccount.name,
            main: this.container(props, release, metricsAuth),
            sidecars: sidecar ? [proxyContainer(sidecar, this.configVolume(sidecar.configPath))] : [],
            spec: {
              terminationGracePeriodSeconds: Math.max(GRACE_PERIOD_SECONDS, props.modelServerGraceSeconds ?? 0),
              securityContext: { runAsUser: 65532 },
            },
          },
          props,
        ),
      },
    });

    this.service = kubeObject(this, 'service', 'v1/Service', metadata, {
      spec: {
        selector,
        ports: [
          {
            name: 'grpc-ext-proc',
            port: EXT_PROC_PORT,
            targetPort: 'grpc-ext-proc',
            appProtocol: 'kubernetes.io/h2c',
          },
          { name: 'http-metrics', port: METRICS_PORT, targetPort: 'metrics' },
          ...(sidecar ? [{ name: 'http', port: sidecar.servicePort, targetPort: 'http' }] : []),
        ],
      },
    });
  }

  private container(props: EndpointPickerProps, release: Release, metricsAuth: boolean): ContainerSpec {
    // The picker answers to any service name; this one is the charts'.
    const health = { grpc: { port: GRPC_HEALTH_PORT, service: 'inference-extension' } };
    return {
      name: 'epp',
      image: checkedImage('EndpointPicker', props.image ?? release.endpointPickerImage),
      args: [
        `--pool-name=${props.poolName}`,
        `--pool-namespace=${props.namespace}`,
        `--config-file=${CONFIG_PATH}/${CONFIG_FILE}`,
        `--grpc-port=${EXT_PROC_PORT}`,
        `--grpc-health-port=${GRPC_HEALTH_PORT}`,
        `--metrics-port=${METRICS_PORT}`,
        `--secure-serving=${props.transport.tls}`,
        `--metrics-endpoint-auth=${metricsAuth}`,
        // On by default, which logs errors where there is no collector.
        '--tracing=false',
        '--zap-encoder=json',
      ],
      env: [
        { name: 'NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } },
        { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
      ],
      ports: [
        { name: 'grpc-ext-proc', containerPort: EXT_PROC_PORT },
        { name: 'grpc-health', containerPort: GRPC_HEALTH_PORT },
        { name: 'metrics', containerPort: METRICS_PORT },
      ],
      startupProbe: STARTUP_PROBE,
      readinessProbe: { ...health, periodSeconds: 2 },
      livenessProbe: { ...health, periodSeconds: 10 },
      lifecycle: { preStop: preStop(props.transport.sidecar) },
      mounts: [this.configVolume(CONFIG_PATH)],
      // The chart's 4 CPU and 8 GiB do not fit a laptop. Idle with three pods, GAIE v1.5.0 uses 0.06 CPU and 17 MiB.
      resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '1Gi' } },
    };
  }

  private configVolume(path: string): Mount {
    return Mount.custom(path, { configMap: { name: this.name } }, true);
  }
}
