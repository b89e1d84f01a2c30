import type { Construct } from 'constructs';
import { EXT_PROC_PORT } from '../catalogue/endpoint-picker/ports';
import { proxyContainer } from '../endpoint-picker/proxy-container';
import type { EndpointPickerSidecar, EndpointPickerTransport } from '../endpoint-picker/transport';
import { refuse } from '../errors';
import { checkedReplicas } from '../numbers';
import { ENVOY, ENVOY_IMAGE } from '../catalogue/gateways/gateways';
import type { IInferencePool } from '../routing/inference-pool-contract';
import { checkedImage } from '../kubernetes/image';
import { configHash } from '../kubernetes/config-hash';
import { Mount } from '../kubernetes/mount';
import { kubeObject } from '../kubernetes/objects';
import { podTemplate } from '../kubernetes/pod';
import { POD_OPTION_CHECKS, type PodOptions } from '../kubernetes/pod-options';
import { rollingUpdate } from '../kubernetes/rolling-update';
import { type Rollout, rolloutOptions } from '../kubernetes/rollout';
import { capabilitiesOf } from './capabilities';
import {
  type DataPlaneCapabilities,
  type Entry,
  entry,
  type IDataPlane,
  refuseUnfit,
  type RouteOptions,
} from './data-plane-contract';
import { envoyBootstrap, type PickerAddress, READY_PATH, READY_PORT, TRAFFIC_PORT } from './envoy-bootstrap';
import { DRAIN_PATH, GRACE_SECONDS } from './envoy-drain';
import { gatewayMetadata, LISTENER_PORT, proxyName } from './gateway-objects';
import { imageReference } from '../kubernetes/option-checks';
import { type Checks, checkedOptions } from '../options/check';
import { anyNumber, member, optionsOf } from '../options/checks';

/** Where a standalone Envoy runs. */
export enum EnvoyPlacement {
  /** In the endpoint picker's pod, behind its Service: the smallest set-up. */
  SIDECAR = 'Sidecar',
  /** In a Deployment of its own, which can have several replicas. */
  DEPLOYMENT = 'Deployment',
}

/** Options of `DataPlane.standaloneEnvoy`. */
export interface StandaloneEnvoyOptions {
  /**
   * Where Envoy runs.
   * @default EnvoyPlacement.SIDECAR
   */
  readonly placement?: EnvoyPlacement;
  /**
   * Image of Envoy, with a version tag, 1.36 or later.
   * @default docker.io/envoyproxy/envoy:distroless-v1.40.0
   */
  readonly image?: string;
  /**
   * Number of pods of a Deployment of its own. Leave it out where an autoscaler decides.
   * @default - left out, so Kubernetes starts one
   */
  readonly replicas?: number;
  /**
   * Options of the pods of a Deployment of its own.
   * @default - none
   */
  readonly pods?: PodOptions;
  /**
   * How the pods of a Deployment of its own are replaced.
   * @default - Kubernetes' own: 25 % more pods, 25 % fewer
   */
  readonly rollout?: Rollout;
}

const CHECKS: Checks<StandaloneEnvoyOptions> = {
  placement: member(EnvoyPlacement),
  image: imageReference,
  replicas: anyNumber,
  pods: optionsOf(POD_OPTION_CHECKS),
  rollout: rolloutOptions,
};

const APP = 'envoy';
const CONFIG_PATH = '/etc/envoy';
const CONFIG_FILE = 'envoy.yaml';
const ARGS = ['--config-path', `${CONFIG_PATH}/${CONFIG_FILE}`, '--log-level', 'warn', '--disable-hot-restart'];

/** The picker's address in its own pod. */
const LOOPBACK: PickerAddress = { type: 'STATIC', host: '127.0.0.1', port: EXT_PROC_PORT, tls: false };

/** An Envoy that asks the picker about each request, without Gateway API and without a controller. */
export class StandaloneEnvoy implements IDataPlane {
  readonly capabilities: DataPlaneCapabilities = capabilitiesOf(ENVOY);
  readonly transport: EndpointPickerTransport;
  private readonly image: string;

  constructor(private readonly options: StandaloneEnvoyOptions = {}) {
    checkedOptions('DataPlane.standaloneEnvoy', options, CHECKS);
    this.image = checkedImage('DataPlane.standaloneEnvoy', options.image ?? ENVOY_IMAGE);
    this.transport =
      options.placement === EnvoyPlacement.DEPLOYMENT ? { tls: true } : { tls: false, sidecar: this.proxy(LOOPBACK) };
  }

  bind(scope: Construct, route: RouteOptions): Entry {
    refuseUnfit(scope, this, route);
    const { pool } = route;
    refuseTimeout(scope, route);
    if (this.transport.sidecar) {
      return entry(scope, pool.endpointPickerName, pool.namespace, this.transport.sidecar.servicePort);
    }
    const name = proxyName(scope, route);
    this.deployment(scope, name, pool);
    return entry(scope, name, pool.namespace, LISTENER_PORT);
  }

  /** Envoy's container and files, the same in both placements but for the picker's address. */
  private proxy(picker: PickerAddress): EndpointPickerSidecar {
    return {
      name: APP,
      image: this.image,
      args: ARGS,
      files: { [CONFIG_FILE]: envoyBootstrap(picker) },
      configPath: CONFIG_PATH,
      port: TRAFFIC_PORT,
      servicePort: LISTENER_PORT,
      readyPort: READY_PORT,
      readyPath: READY_PATH,
      drainPath: DRAIN_PATH,
      resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '512Mi' } },
    };
  }

  private deployment(scope: Construct, name: string, pool: IInferencePool): void {
    const metadata = gatewayMetadata(scope, APP, name, pool.namespace);
    const host = `${pool.endpointPickerName}.${pool.namespace}.svc`;
    const proxy = this.proxy({ type: 'STRICT_DNS', host, port: EXT_PROC_PORT, tls: true });
    const replicas = checkedReplicas(scope, this.options.replicas);
    const selector = { app: name };

    const configMap = kubeObject(scope, 'proxy-config', 'v1/ConfigMap', metadata, { data: proxy.files });
    kubeObject(scope, 'proxy', 'apps/v1/Deployment', metadata, {
      spec: {
        ...(replicas !== undefined && { replicas }),
        ...rollingUpdate(scope, this.options.rollout),
        selector: { matchLabels: selector },
        template: podTemplate(
          scope,
          {
            selector,
            labels: metadata.labels,
            annotations: configHash(configMap),
            main: proxyContainer(proxy, Mount.custom(CONFIG_PATH, { configMap: { name } }, true)),
            spec: { securityContext: { runAsUser: 65532 }, terminationGracePeriodSeconds: GRACE_SECONDS },
          },
          this.options.pods ?? {},
        ),
      },
    });
    kubeObject(scope, 'proxy-service', 'v1/Service', metadata, {
      spec: { selector, ports: [{ name: 'http', port: LISTENER_PORT, targetPort: 'http' }] },
    });
  }
}

/** Its route has no deadline, so that a timeout would have no effect. */
function refuseTimeout(scope: Construct, { requestTimeout }: RouteOptions): void {
  if (requestTimeout !== undefined && requestTimeout.toMilliseconds() !== 0) {
    refuse(scope, {
      code: 'LLMD-ROUTE-TIMEOUT',
      got: `a requestTimeout of ${requestTimeout.toHumanString()}`,
      expected: 'none: a standalone Envoy has no deadline for responses',
      remedy: 'leave requestTimeout out, or choose a data plane with a Gateway',
    });
  }
}
