import { documents, gateway } from '../../../support/rule-objects';
import { objectOf, referenceMessages, VLLM } from '../../../support/reference-messages';

describe('autoscalers', () => {
  const hpa = (target: string) =>
    objectOf('autoscaling/v2', 'HorizontalPodAutoscaler', `maxReplicas: 2, scaleTargetRef: { ${target} }`);

  test.each<[string, string, string[]]>([
    ['scale a Deployment', VLLM + hpa('apiVersion: apps/v1, kind: Deployment, name: vllm'), []],
    [
      'scale a missing Deployment',
      VLLM + hpa('apiVersion: apps/v1, kind: Deployment, name: vlm'),
      [
        'LLMD-SCALE-TARGET-MISSING spec.scaleTargetRef.name: there is no Deployment default/vlm; namespace default has vllm',
      ],
    ],
    [
      'scale a group that is gone',
      VLLM + hpa('apiVersion: extensions/v1beta1, kind: Deployment, name: vllm'),
      ['LLMD-REFERENCE-GROUP spec.scaleTargetRef: Deployment vllm is of group apps, not of group extensions'],
    ],
    [
      'scale a core kind',
      VLLM + hpa('apiVersion: v1, kind: ReplicationController, name: vllm'),
      ['LLMD-SCALE-TARGET-MISSING spec.scaleTargetRef.name: there is no ReplicationController default/vllm'],
    ],
    [
      'of KEDA',
      VLLM + objectOf('keda.sh/v1alpha1', 'ScaledObject', 'scaleTargetRef: { name: vlm }'),
      [
        'LLMD-SCALE-TARGET-MISSING spec.scaleTargetRef.name: there is no Deployment default/vlm; namespace default has vllm',
      ],
    ],
    [
      'of KEDA, of another kind',
      VLLM +
        objectOf(
          'keda.sh/v1alpha1',
          'ScaledObject',
          'scaleTargetRef: { apiVersion: apps/v1, kind: StatefulSet, name: vllm }',
        ),
      ['LLMD-SCALE-TARGET-MISSING spec.scaleTargetRef.name: there is no StatefulSet default/vllm'],
    ],
    [
      'that change the size',
      VLLM +
        objectOf(
          'autoscaling.k8s.io/v1',
          'VerticalPodAutoscaler',
          'targetRef: { apiVersion: apps/v1, kind: Deployment, name: vlm }',
        ),
      ['LLMD-SCALE-TARGET-MISSING spec.targetRef.name: there is no Deployment default/vlm; namespace default has vllm'],
    ],
    [
      'of the proxy of a Gateway',
      documents(gateway({ className: 'istio' })) + hpa('apiVersion: apps/v1, kind: Deployment, name: inference-istio'),
      [],
    ],
    [
      'of the proxy of a Gateway by its own name',
      documents(gateway()) + hpa('apiVersion: apps/v1, kind: Deployment, name: inference'),
      [],
    ],
  ])('%s', (_name, yaml, expected) => expect(referenceMessages(yaml)).toEqual(expected));
});
