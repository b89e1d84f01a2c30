import type { Mount } from '../kubernetes/mount';
import type { ContainerSpec } from '../kubernetes/pod';
import type { EndpointPickerSidecar } from './transport';

/** The container of a proxy, in the endpoint picker's pod or in a pod of its own. */
export function proxyContainer(proxy: EndpointPickerSidecar, config: Mount): ContainerSpec {
  const check = { httpGet: { path: proxy.readyPath, port: 'proxy-ready' } };
  const preStop = drainHook(proxy);
  return {
    name: proxy.name,
    image: proxy.image,
    args: proxy.args,
    ports: [
      { name: 'http', containerPort: proxy.port },
      { name: 'proxy-ready', containerPort: proxy.readyPort },
    ],
    readinessProbe: { ...check, periodSeconds: 2 },
    livenessProbe: { ...check, periodSeconds: 10 },
    ...(preStop && { lifecycle: { preStop } }),
    mounts: [config],
    resources: proxy.resources,
  };
}

/** The hook that runs while the proxy drains, for each container of its pod: the port has a number in all of them. */
export function drainHook({ drainPath, readyPort }: EndpointPickerSidecar) {
  return drainPath === undefined ? undefined : { httpGet: { path: drainPath, port: readyPort } };
}
