import { refuse } from '../../errors';
import { likelyRelease } from '../../catalogue/endpoint-picker/likely-release';
import { knownRelease } from '../../catalogue/endpoint-picker/of-image';
import { METRICS_PORT } from '../../catalogue/endpoint-picker/ports';
import { Release } from '../../catalogue/endpoint-picker/release';
import type { Cluster } from '../cluster/cluster';
import { has } from '../metrics';
import { PickerMetrics } from './picker-metrics';
import { podsWith } from '../cluster/pods';
import type { Pool } from './pool';

/** The endpoint picker of a pool. */
export interface Picker {
  readonly service: any;
  readonly metrics: PickerMetrics;
}

/** The metrics port of a picker's Service is found by its name, else by the number that all charts use. */
const METRICS_NAME = /metrics/;

/** Finds the picker of a pool. */
export async function findPicker(cluster: Cluster, pool: Pool): Promise<Picker> {
  const service = await cluster.find(
    `/api/v1/namespaces/${pool.namespace}/services/${pool.picker}`,
    'metadata.name',
    'metadata.namespace',
    'spec.selector',
    'spec.ports?[].port',
  );
  if (service === undefined) {
    refuse(`InferencePool ${pool.namespace}/${pool.name}`, {
      code: 'LLMD-EPP-SERVICE',
      got: `endpointPickerRef ${pool.picker}, a Service that is not there`,
      expected: 'the Service of a running endpoint picker',
      remedy: 'apply the endpoint picker, or correct the reference',
    });
  }
  const ports: any[] = service.spec?.ports ?? [];
  const port = ports.find(({ name = '' }) => METRICS_NAME.test(name)) ?? ports.find((it) => it.port === METRICS_PORT);
  if (port === undefined) {
    refuse(`Service ${pool.namespace}/${pool.picker}`, {
      code: 'LLMD-EPP-METRICS',
      got: `ports ${ports.map((it) => `${it.name ?? ''} ${it.port}`.trim()).join(', ')}`,
      expected: `a port ${METRICS_PORT}, or one that is named after metrics`,
      remedy: 'add the metrics port to the Service of the endpoint picker',
    });
  }
  return { service, metrics: await PickerMetrics.open(cluster, service, port.port) };
}

/** The release of an endpoint picker, by its image, else (a mirror may rename images) by the names of its metrics. */
export async function releaseOf(cluster: Cluster, { service, metrics }: Picker): Promise<Release> {
  const pods = await podsWith(cluster, service.metadata.namespace, service.spec.selector);
  const images: string[] = pods.flatMap(({ spec }) => (spec?.containers ?? []).map(({ image }: any) => image));
  const byImage = images.flatMap((image) => knownRelease(image) ?? [])[0];
  if (byImage !== undefined) return byImage;
  const samples = await metrics.read();
  return likelyRelease(({ readyEndpointsMetric }) => has(samples, readyEndpointsMetric)) ?? Release.DEFAULT;
}
