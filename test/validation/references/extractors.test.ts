import fc from 'fast-check';
import { Place } from '../../../lib/validation/references/place';
import { references } from '../../../lib/validation/references/references';
import { ResourceSet } from '../../../lib/validation/resource-set';
import { extractorOf } from '../../../lib/validation/references/extractors';

/** Kinds of third-party definitions, whose objects are not checked. */
const FOREIGN = [
  ['autoscaling.k8s.io', 'VerticalPodAutoscaler'],
  ['keda.sh', 'ScaledObject'],
  ['monitoring.coreos.com', 'PodMonitor'],
  ['monitoring.coreos.com', 'ServiceMonitor'],
  ['monitoring.googleapis.com', 'PodMonitoring'],
  ['networking.gke.io', 'HealthCheckPolicy'],
  ['networking.istio.io', 'DestinationRule'],
  ['aigateway.envoyproxy.io', 'AIGatewayRoute'],
  ['leaderworkerset.x-k8s.io', 'LeaderWorkerSet'],
];

const WORDS = [
  'spec',
  'selector',
  'matchLabels',
  'matchExpressions',
  'scaleTargetRef',
  'targetRefs',
  'endpoints',
  'host',
  'rules',
  'backendRefs',
  'parentRefs',
  'name',
  'namespaceSelector',
  'matchNames',
  'template',
  'containers',
  'metadata',
  'labels',
];

const junk = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom(null, 1, true, 'text', ''),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...WORDS), tie('value'), { maxKeys: 4 }),
  ),
})).value;

test.each(FOREIGN)('nothing in a %s %s makes it fail', (group, kind) =>
  fc.assert(
    fc.property(junk, (spec) => {
      const resource = { group, version: 'v1', kind, namespace: 'default', name: 'a', object: { spec }, origin: {} };
      expect(Array.isArray(extractorOf(resource)?.(new Place(resource.object), resource) ?? [])).toBe(true);
      expect(Array.isArray(references(new ResourceSet([resource])))).toBe(true);
    }),
  ),
);
