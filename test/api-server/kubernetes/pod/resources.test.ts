import { testCases } from '../change';

describe('resources, a container', () => {
  testCases({ code: 'LLMD-RESOURCES', kind: 'Deployment', below: 'spec.template.spec.containers[0].resources.' }, [
    [{ 'requests.cpu': '9' }, 'requests.cpu: cpu: 9 is more than its limit 8'],
    [{ 'requests.cpu': '8000m' }],
    [{ 'requests.cpu': '8001m' }, 'requests.cpu: cpu: 8001m is more than its limit 8'],
    [{ 'requests.memory': '-1' }, 'requests.memory: "-1" is less than 0'],
    [
      { 'limits.gpu': 1 },
      'limits.gpu: "gpu" is not a valid resource here, expected cpu, memory, ephemeral-storage, hugepages-SIZE or a name such as nvidia.com/gpu',
    ],
    [
      { 'limits["nvidia.com/gpu"]': 2 },
      'requests["nvidia.com/gpu"]: nvidia.com/gpu: 1 is not its limit 2, and it cannot be shared',
    ],
    [
      { 'limits["nvidia.com/gpu"]': undefined },
      'requests["nvidia.com/gpu"]: nvidia.com/gpu has no limit, and such a resource cannot be shared',
    ],
    [{ 'requests["nvidia.com/gpu"]': undefined }],
    [{ 'limits["amd.com/gpu"]': '0.5' }, 'limits["amd.com/gpu"]: "0.5" of amd.com/gpu is not a whole number'],
    [
      { 'limits["requests.amd.com/gpu"]': 1 },
      'limits["requests.amd.com/gpu"]: "requests.amd.com/gpu" is not a valid resource here, expected cpu, memory, ephemeral-storage, hugepages-SIZE or a name such as nvidia.com/gpu',
    ],
    [{ 'limits["kubernetes.io/x"]': '0.5' }],
    [{ 'requests["ephemeral-storage"]': '1Gi' }],
    [
      { 'requests.storage': '1Gi' },
      'requests.storage: "storage" is not a valid resource here, expected cpu, memory, ephemeral-storage, hugepages-SIZE or a name such as nvidia.com/gpu',
    ],
    [{ 'limits["hugepages-2Mi"]': '3Mi' }, 'limits.hugepages-2Mi: "3Mi" is not a multiple of hugepages-2Mi'],
    [{ 'limits["hugepages-2Mi"]': '4Mi' }],
    [{ 'limits["hugepages-big"]': '4Mi' }, 'limits.hugepages-big: "4Mi" is not a multiple of hugepages-big'],
    [{ 'claims[0].name': 'cpu' }, 'claims[0].name: "cpu" is not a valid claim of the pod'],
    [{ claims: [{ name: 'gpu' }, { name: 'gpu' }] }, 'claims[1]: claim "gpu" is listed already'],
    [
      {
        claims: [
          { name: 'gpu', request: 'a' },
          { name: 'gpu', request: 'b' },
        ],
      },
    ],
    [
      { claims: [{ name: 'gpu', request: 'A' }] },
      'claims[0].request: "A" is not a valid DNS label: up to 63 lower-case letters, digits and dashes, with a letter or digit at both ends',
    ],
    [{ claims: [{}] }, 'claims[0].name: name is missing'],
  ]);
});

describe('resources', () => {
  testCases({ code: 'LLMD-RESOURCES', kind: 'Deployment', below: 'spec.template.spec.' }, [
    [
      { 'containers[1].resources': { limits: { 'hugepages-2Mi': '4Mi' } } },
      'containers[1].resources: huge pages are requested without cpu or memory',
    ],
    [{ resources: { requests: { cpu: '5' } } }],
    [
      { resources: { requests: { cpu: '3' } } },
      'resources.requests.cpu: cpu: "3" is less than the containers request together',
    ],
    [
      { resources: { limits: { cpu: '4' } } },
      'containers[0].resources.limits.cpu: cpu: "8" is more than the pod\'s limit',
    ],
    [
      { resources: { limits: { 'nvidia.com/gpu': 1 } } },
      'resources.limits["nvidia.com/gpu"]: "nvidia.com/gpu" is not a valid resource here, expected cpu, memory or hugepages-SIZE',
    ],
    [
      { resources: { requests: { cpu: '9' }, limits: { cpu: '8' } } },
      'resources.requests.cpu: cpu: 9 is more than its limit 8',
    ],
  ]);
});
