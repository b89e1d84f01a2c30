import { AGENTGATEWAY_POD, ENVOY_GATEWAY_POD } from './known-pods';
import { strategicMerge } from './strategic-merge';
import { type KubeObject, nameOf } from './objects';

/** A pod that some objects create, and its number of replicas. */
export interface Pod {
  /** `Kind/name` of the object that creates it. */
  readonly owner: string;
  readonly replicas: number;
  readonly spec: any;
}

/** The pods of all workloads, and those that a Gateway's controller makes by its parameters. */
export function podsOf(objects: readonly KubeObject[]): Pod[] {
  return objects.flatMap((object): Pod[] => {
    const owner = nameOf(object);
    switch (object.kind) {
      case 'Deployment':
        return [{ owner, replicas: object.spec.replicas ?? 1, spec: object.spec.template.spec }];
      case 'AgentgatewayParameters':
        return [{ owner, replicas: 1, spec: agentgatewayPod(object) }];
      case 'EnvoyProxy':
        return [{ owner, replicas: 1, spec: envoyGatewayPod(object) }];
      default:
        return [];
    }
  });
}

/** Typed fields first, then the overlay: controller/pkg/deployer of agentgateway v1.4.1. */
function agentgatewayPod({ spec }: KubeObject): any {
  const [container, ...others] = AGENTGATEWAY_POD.containers;
  const typed = { ...AGENTGATEWAY_POD, containers: [{ ...container, resources: spec.resources }, ...others] };
  return strategicMerge(typed, spec.deployment?.spec?.template?.spec ?? {});
}

/** The container's securityContext goes into both containers: expectedShutdownManagerSecurityContext in v1.9.1. */
function envoyGatewayPod({ spec }: KubeObject): any {
  const { pod = {}, container = {} } = spec.provider.kubernetes.envoyDeployment;
  const { securityContext = {}, ...forEnvoy } = container;
  const containers = ENVOY_GATEWAY_POD.containers.map((known) =>
    strategicMerge(known, { ...(known.name === 'envoy' && forEnvoy), securityContext }),
  );
  return { ...strategicMerge(ENVOY_GATEWAY_POD, pod), containers };
}
