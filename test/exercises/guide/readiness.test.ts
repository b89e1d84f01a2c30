import type { KubernetesObject } from '../../../lib/exercises/guide/objects';
import { isWaitedFor, readinessOf } from '../../../lib/exercises/guide/readiness';

const object = (kind: string, status?: object, spec?: object): KubernetesObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name: 'one', generation: 2 },
  spec,
  status,
});

const whole = { observedGeneration: 2, replicas: 3, updatedReplicas: 3, availableReplicas: 3 };
const accepted = (status: string, observedGeneration = 2) => ({
  parents: [{ conditions: [{ type: 'Accepted', status, observedGeneration }] }],
});
const says = (type: string, status: string) => ({ conditions: [{ type, status, reason: 'Why', message: 'so' }] });

describe.each(['Deployment', 'StatefulSet'])('%s', (kind) => {
  test('is ready when all pods are new and available', () => {
    expect(readinessOf(object(kind, whole, { replicas: 3 }))).toEqual({
      isReady: true,
      state: '3 of 3 pods available',
    });
  });

  test.each([
    ['has not been seen', { ...whole, observedGeneration: 1 }, 'not seen yet'],
    ['has an old pod', { ...whole, updatedReplicas: 2 }, '2 of 3 pods new, 3 of 3 pods available'],
    ['has a pod that is not available', { ...whole, availableReplicas: 2 }, '2 of 3 pods available'],
    ['has no status', undefined, 'not seen yet'],
  ])('is not ready when it %s', (_, status, state) => {
    expect(readinessOf(object(kind, status, { replicas: 3 }))).toEqual({ isReady: false, state });
  });

  test('with no replicas is ready when it has been seen', () => {
    expect(readinessOf(object(kind, { observedGeneration: 2 }, { replicas: 0 })).isReady).toBe(true);
  });
});

test('a Deployment with a surplus of old pods is not ready', () => {
  expect(readinessOf(object('Deployment', { ...whole, replicas: 4 }, { replicas: 3 })).isReady).toBe(false);
});

test('a StatefulSet between two revisions is not ready', () => {
  const status = { ...whole, currentRevision: 'a', updateRevision: 'b' };
  expect(readinessOf(object('StatefulSet', status, { replicas: 3 })).isReady).toBe(false);
});

test.each<[string, object | undefined, boolean, string]>([
  ['CustomResourceDefinition', says('Established', 'True'), true, 'Established is True: Why: so'],
  ['CustomResourceDefinition', says('Established', 'False'), false, 'Established is False: Why: so'],
  ['CustomResourceDefinition', undefined, false, 'no condition Established yet'],
  ['Gateway', says('Programmed', 'True'), true, 'Programmed is True: Why: so'],
  ['Gateway', says('Accepted', 'True'), false, 'no condition Programmed yet'],
  ['HTTPRoute', accepted('True'), true, 'Accepted is True'],
  ['HTTPRoute', accepted('False'), false, 'Accepted is False'],
  ['HTTPRoute', accepted('True', 1), false, 'no condition Accepted yet'],
  ['HTTPRoute', { parents: [] }, false, 'no condition Accepted yet'],
  ['InferencePool', accepted('True'), true, 'there'],
  ['InferencePool', accepted('False'), false, 'Accepted is False'],
  ['InferencePool', accepted('Unknown'), true, 'there'],
  ['InferencePool', undefined, true, 'there'],
  ['ConfigMap', undefined, true, 'there'],
])('%s with status %j: %s', (kind, status, isReady, state) => {
  expect(readinessOf(object(kind, status))).toEqual({ isReady, state });
});

test('what is not there is not ready', () => {
  expect(readinessOf(undefined)).toEqual({ isReady: false, state: 'not there' });
});

test.each([
  ['Deployment', true],
  ['ConfigMap', false],
])('%s is waited for: %s', (kind, expected) => {
  expect(isWaitedFor(object(kind))).toBe(expected);
});
