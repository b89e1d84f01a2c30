import { POD_SIZE } from '../../../../../lib/validation/rules/pod/resources/size';
import { diagnostics, places } from '../../../../support/diagnostics';
import { asking, deployment, pod } from '../../../../support/manifests';

const LARGE = asking({ cpu: 8 });

describe('the size of a pod', () => {
  const check = (spec: object) => places([POD_SIZE], [pod('p', spec)]);
  const TOO_LARGE = ['LLMD-POD-SIZE spec.containers'];

  test('is more than a small node has', () => {
    const containers = [
      asking({ cpu: 4, memory: '8Gi' }),
      { ...asking(undefined, { cpu: '4', memory: '256Mi' }), name: 'd' },
      { name: 'e' },
    ];
    expect(diagnostics([POD_SIZE], [deployment('epp', { containers })])).toEqual([
      'LLMD-POD-SIZE spec.template.spec.containers: the pod asks for 8 CPU and 8.25 GiB (c 4 CPU and 8 GiB, d 4 CPU and 256 MiB, e 0 CPU and 0 MiB), more than a laptop or a node of 8 CPU and 16 GiB can give; ask for less, or say by nodeSelector or affinity which nodes are large enough',
    ]);
  });

  const requiring = { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } } };

  test.each<[string, object, string[]]>([
    ['nothing', { containers: [{ name: 'c' }] }, []],
    ['a little less CPU', { containers: [asking({ cpu: '7900m' })] }, []],
    ['a little less memory', { containers: [asking({ memory: '16383Mi' })] }, []],
    ['memory alone', { containers: [asking({ memory: '16Gi' })] }, TOO_LARGE],
    [
      'a sidecar counts',
      { containers: [asking({ cpu: 4 })], initContainers: [{ ...asking({ cpu: 4 }), restartPolicy: 'Always' }] },
      TOO_LARGE,
    ],
    [
      'what ends before does not add up',
      { containers: [asking({ cpu: 4 })], initContainers: [asking({ cpu: 4 })] },
      [],
    ],
    ['but counts for itself', { containers: [asking({ cpu: 4 })], initContainers: [LARGE] }, TOO_LARGE],
    ['the pod says it', { containers: [LARGE], resources: { requests: { cpu: 2 } } }, []],
    ['an accelerator', { containers: [asking({ cpu: 64, 'nvidia.com/gpu': 8 })] }, []],
    ['huge pages are none', { containers: [asking({ cpu: 64, 'example.kubernetes.io/x': 8 })] }, TOO_LARGE],
    ['a claim', { containers: [LARGE], resourceClaims: [{ name: 'gpu' }] }, []],
    ['no claim', { containers: [LARGE], resourceClaims: [] }, TOO_LARGE],
    ['a node selector', { containers: [LARGE], nodeSelector: { pool: 'large' } }, []],
    ['an empty one', { containers: [LARGE], nodeSelector: {} }, TOO_LARGE],
    ['an affinity', { containers: [LARGE], affinity: requiring }, []],
    ['a preference', { containers: [LARGE], affinity: { nodeAffinity: {} } }, TOO_LARGE],
    ['a node', { containers: [LARGE], nodeName: 'a' }, []],
  ])('%s', (_, spec, expected) => {
    expect(check(spec)).toEqual(expected);
  });
});
