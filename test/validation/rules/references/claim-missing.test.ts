import { deploymentOf, named } from '../../../support/rule-objects';
import { referenceMessages } from '../../../support/reference-messages';

/** A pod with these volumes. */
const withVolume = (volume: string) =>
  deploymentOf(
    `containers: [{ name: vllm, image: "vllm/vllm-openai:v0.32.0" }]\nvolumes: [{ name: files, ${volume} }]`,
  );

describe('claims', () => {
  const POD = withVolume('persistentVolumeClaim: { claimName: models }');
  const replicas = (number: number) => POD.replace('spec:\n', `spec:\n  replicas: ${number}\n`);
  const claim = (...modes: string[]) =>
    named('PersistentVolumeClaim', 'models', `spec: { accessModes: [${modes.join(', ')}] }\n`);

  test.each<[string, string, string[]]>([
    ['of one pod', POD + claim('ReadWriteOnce'), []],
    [
      'of two pods',
      replicas(2) + claim('ReadWriteOnce'),
      [
        'LLMD-CLAIM-SHARED spec.template.spec.volumes[0].persistentVolumeClaim.claimName: 2 pods share PersistentVolumeClaim default/models, which is ReadWriteOnce',
      ],
    ],
    [
      'of two pods, for one of them',
      replicas(2) + claim('ReadWriteOncePod'),
      [
        'LLMD-CLAIM-SHARED spec.template.spec.volumes[0].persistentVolumeClaim.claimName: 2 pods share PersistentVolumeClaim default/models, which is ReadWriteOncePod',
      ],
    ],
    ['of two pods, for all', replicas(2) + claim('ReadWriteMany'), []],
    ['of two pods, for readers', replicas(2) + claim('ReadWriteOnce', 'ReadOnlyMany'), []],
    ['of two pods, without access modes', replicas(2) + claim(), []],
    [
      'of a DaemonSet',
      POD.replace('Deployment', 'DaemonSet') + claim('ReadWriteOnce'),
      [
        'LLMD-CLAIM-SHARED spec.template.spec.volumes[0].persistentVolumeClaim.claimName: the pods of all nodes share PersistentVolumeClaim default/models, which is ReadWriteOnce',
      ],
    ],
    [
      'that is missing',
      replicas(2),
      [
        'LLMD-CLAIM-MISSING spec.template.spec.volumes[0].persistentVolumeClaim.claimName: there is no PersistentVolumeClaim default/models',
      ],
    ],
    [
      'of one pod of a StatefulSet',
      `${POD}---\napiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: set }\nspec: { replicas: 2, volumeClaimTemplates: [{ metadata: { name: models } }] }`.replace(
        'claimName: models',
        'claimName: models-set-1',
      ),
      [],
    ],
    [
      'of no pod of a StatefulSet',
      `${POD}---\napiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: set }\nspec: { replicas: 2, volumeClaimTemplates: [{ metadata: { name: models } }] }`.replace(
        'claimName: models',
        'claimName: models-set-2',
      ),
      [
        'LLMD-CLAIM-MISSING spec.template.spec.volumes[0].persistentVolumeClaim.claimName: there is no PersistentVolumeClaim default/models-set-2',
      ],
    ],
    [
      'of another kind',
      replicas(2).replace('persistentVolumeClaim: { claimName', 'configMap: { name') + named('ConfigMap', 'models'),
      [],
    ],
  ])('%s', (_name, yaml, expected) => expect(referenceMessages(yaml)).toEqual(expected));
});
