import { DataPlane, EnvoyPlacement, type IDataPlane } from '../../lib';
import { causedBy, CONTROLLER_NAMESPACE, requireEnvoyGateway } from '../support/envoy-gateway';
import { getList, kubectl, type Stored } from '../support/kubectl';

/** A data plane, with its prerequisites in the cluster and how to tell that it is ready. */
export interface DataPlaneUnderTest {
  readonly id: string;
  readonly title: string;
  make(): IDataPlane;
  /** Fails with the remedy when the cluster lacks what this data plane needs. */
  prerequisites(): Promise<void>;
  /** Waits for what is outside the namespace or no Deployment. */
  ready(namespace: string): Promise<void>;
  /** Pods that it makes in other namespaces. */
  podsElsewhere(namespace: string): Promise<Stored[]>;
  /** Where its proxies are, if they have a Deployment of their own, and the labels of that and of their pods. */
  proxies?(namespace: string): { readonly namespace: string; readonly labels: string };
}

const nothing = async () => undefined;

export const ENVOY_BESIDE_PICKER: DataPlaneUnderTest = {
  id: 'envoy',
  title: 'Envoy beside the picker',
  make: () => DataPlane.standaloneEnvoy(),
  prerequisites: nothing,
  ready: nothing,
  podsElsewhere: async () => [],
};

export const ENVOY_DEPLOYMENT: DataPlaneUnderTest = {
  id: 'envoy-own',
  title: 'Envoy in its own Deployment, with TLS to the picker',
  make: () => DataPlane.standaloneEnvoy({ placement: EnvoyPlacement.DEPLOYMENT }),
  prerequisites: nothing,
  ready: nothing,
  podsElsewhere: async () => [],
  proxies: (namespace) => ({ namespace, labels: 'app.kubernetes.io/component=gateway' }),
};

export const ENVOY_GATEWAY: DataPlaneUnderTest = {
  id: 'eg',
  title: 'Envoy Gateway',
  make: () => DataPlane.envoyGateway(),
  prerequisites: requireEnvoyGateway,
  async ready(namespace) {
    await kubectl(['wait', '--for=condition=Programmed', 'gateway', '--all', '-n', namespace, '--timeout=5m']);
  },
  podsElsewhere: (namespace) => getList('pods', '-n', CONTROLLER_NAMESPACE, '-l', causedBy(namespace)),
  proxies: (namespace) => ({ namespace: CONTROLLER_NAMESPACE, labels: causedBy(namespace) }),
};
