import { ENVOY_GATEWAY_GROUP } from '../../lib/catalogue/api-groups';
import { kubectl, tryKubectl } from './kubectl';

export const CONTROLLER_NAMESPACE = 'envoy-gateway-system';

/** Selects what the controller makes for the Gateways of a namespace. */
export function causedBy(namespace: string): string {
  return `${ENVOY_GATEWAY_GROUP}/owning-gateway-namespace=${namespace}`;
}

const VARIABLE = 'E2E_ENVOY_GATEWAY_MANIFEST';

/**
 * Makes sure that the cluster has the controller of Envoy Gateway with the GatewayClass `eg`. One that runs already is
 * left as it is; else the files and folders of the variable are applied, definitions first.
 */
export async function requireEnvoyGateway(): Promise<void> {
  if (await classAccepted('1s')) {
    return;
  }
  const paths = (process.env[VARIABLE] ?? '').split(',').filter((path) => path !== '');
  for (const path of paths) {
    // Server-side: the definitions are larger than the annotation of a client-side apply may be.
    await kubectl(['apply', '--server-side', '--force-conflicts', '-f', path]);
  }
  if (!(await classAccepted(paths.length > 0 ? '5m' : '1s'))) {
    throw new Error(
      'expected the GatewayClass eg to be Accepted by the controller of Envoy Gateway. Install Envoy Gateway, or set ' +
        `${VARIABLE} to files or folders, separated by commas, with its definitions, its controller and that class; ` +
        `it is ${process.env[VARIABLE] ?? 'not set'}.`,
    );
  }
  if (paths.length > 0) {
    // Only now: the controller's own pod need not be restricted, but the proxies that our Gateways cause must be.
    await kubectl(['label', 'namespace', CONTROLLER_NAMESPACE, 'pod-security.kubernetes.io/enforce=restricted']);
  }
}

async function classAccepted(timeout: string): Promise<boolean> {
  return (await tryKubectl(['wait', '--for=condition=Accepted', 'gatewayclass/eg', `--timeout=${timeout}`])).code === 0;
}
