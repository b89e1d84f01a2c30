import type { Mount } from '../synth/mount';
import type { ContainerSpec } from '../synth/pod';
import type { EndpointPickerSidecar } from './transport';

/** The container of a proxy beside the endpoint picker. */
export function sidecarContainer(sidecar: EndpointPickerSidecar, config: Mount): ContainerSpec {
  const check = { httpGet: { path: sidecar.readyPath, port: 'proxy-ready' } };
  return {
    name: sidecar.name,
    image: sidecar.image,
    args: sidecar.args,
    ports: [
      { name: 'http', containerPort: sidecar.port },
      { name: 'proxy-ready', containerPort: sidecar.readyPort },
    ],
    readinessProbe: { ...check, periodSeconds: 2 },
    livenessProbe: { ...check, periodSeconds: 10 },
    mounts: [config],
    resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '512Mi' } },
  };
}
