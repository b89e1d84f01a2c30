import type { Place } from './place';
import { byName, type Draft, type Extractor } from './reference';
import { bySelector } from './selector';

/** The ServiceMonitor of the Prometheus operator. */
export const serviceMonitor: Extractor = (object, { namespace }) => monitor(object, 'services', 'endpoints', namespace);

/** The PodMonitor of the Prometheus operator. */
export const podMonitor: Extractor = (object, { namespace }) =>
  monitor(object, 'pods', 'podMetricsEndpoints', namespace);

/** The PodMonitoring of Google's managed Prometheus: it stays in its namespace. */
export const podMonitoring: Extractor = (object, { namespace }) =>
  bySelector(object.at('spec', 'selector'), { select: 'pods', namespaces: own(namespace) });

function monitor(
  object: Place,
  select: 'pods' | 'services',
  endpoints: string,
  namespace: string | undefined,
): Draft[] {
  const elsewhere = object.at('spec', 'namespaceSelector');
  const names = elsewhere.each('matchNames').map(({ value }) => String(value));
  const namespaces = elsewhere.value?.any === true ? undefined : names.length > 0 ? names : own(namespace);
  return [
    ...bySelector(object.at('spec', 'selector'), { select, namespaces }),
    ...object.each('spec', endpoints).flatMap((endpoint) => credentials(endpoint, namespace)),
  ];
}

const CREDENTIALS = [
  ['authorization', 'credentials'],
  ['basicAuth', 'password'],
  ['basicAuth', 'username'],
  ['bearerTokenSecret'],
];

function credentials(endpoint: Place, namespace: string | undefined): Draft[] {
  return CREDENTIALS.flatMap((steps) =>
    byName(
      endpoint.at(...steps),
      'secretRef',
      { kind: 'Secret', namespace },
      {
        optional: endpoint.at(...steps).value?.optional === true,
      },
    ),
  );
}

function own(namespace: string | undefined): string[] {
  return namespace === undefined ? [] : [namespace];
}
