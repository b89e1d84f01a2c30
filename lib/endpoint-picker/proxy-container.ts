import type { Mount } from '../kubernetes/mount';
import type { ContainerSpec } from '../kubernetes/pod';
import type { EndpointPickerSidecar } from './transport';

/** The container of a proxy, in the endpoint picker's pod or in a pod of its own. */
export function proxyContainer(proxy: EndpointPickerSidecar, config: Mount): ContainerSpec {
  const check = { httpGet: { path: proxy.readyPath, port: 'proxy-ready' } };
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
    mounts: [config],
    resources: proxy.resources,
  };
}
