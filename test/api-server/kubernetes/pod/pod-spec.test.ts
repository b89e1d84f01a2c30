import { testCases } from '../change';

describe('a pod, its container', () => {
  testCases({ code: 'LLMD-POD-SPEC', kind: 'Deployment', below: 'spec.template.spec.containers[0].' }, [
    [
      { name: 'VLLM' },
      'name: "VLLM" is not a valid DNS label: up to 63 lower-case letters, digits and dashes, with a letter or digit at both ends',
    ],
    [{ name: '' }, 'name: name is empty'],
    [{ image: '' }, 'image: image is empty'],
    [{ image: undefined }, 'image: image is missing'],
    [{ imagePullPolicy: 'Sometimes' }, 'imagePullPolicy: "Sometimes" is not Always, IfNotPresent or Never'],
    [{ imagePullPolicy: '' }],
    [
      { terminationMessagePolicy: 'Nowhere' },
      'terminationMessagePolicy: "Nowhere" is not FallbackToLogsOnError or File',
    ],
    [
      { restartPolicyRules: [{ action: 'Restart', exitCodes: { operator: 'In', values: [1] } }] },
      'restartPolicyRules: there are rules for restarts without a restartPolicy',
    ],
    [
      {
        restartPolicy: 'Never',
        restartPolicyRules: [{ action: 'Run', exitCodes: { operator: 'Is' } }, { action: 'Restart' }],
      },
      'restartPolicyRules[0].action: "Run" is not Restart',
      'restartPolicyRules[0].exitCodes.operator: "Is" is not In or NotIn',
      'restartPolicyRules[1].exitCodes: exitCodes is missing',
    ],
    [{ restartPolicy: 'Never' }],
    [{ restartPolicy: 'Often' }, 'restartPolicy: "Often" is not Always, Never or OnFailure'],
    [{ restartPolicy: '' }, 'restartPolicy: "" is not Always, Never or OnFailure'],
    [
      { resizePolicy: [{ resourceName: 'gpu', restartPolicy: 'Maybe' }] },
      'resizePolicy[0].resourceName: "gpu" is not cpu or memory',
      'resizePolicy[0].restartPolicy: "Maybe" is not NotRequired or RestartContainer',
    ],
    [
      {
        resizePolicy: [
          { resourceName: 'cpu', restartPolicy: 'NotRequired' },
          { resourceName: 'cpu', restartPolicy: 'NotRequired' },
        ],
      },
      'resizePolicy[1]: there is a policy for cpu already',
    ],
  ]);
});

describe('a pod', () => {
  testCases({ code: 'LLMD-POD-SPEC', kind: 'Deployment', below: 'spec.template.spec.' }, [
    [{ containers: [] }, 'containers: containers is empty'],
    [{ 'containers[1].name': 'vllm' }, 'containers[1].name: there is a container vllm already'],
    [{ 'initContainers[0].name': 'vllm' }, 'initContainers[0].name: there is a container vllm already'],
    [{ restartPolicy: 'Sometimes' }, 'restartPolicy: "Sometimes" is not Always, OnFailure or Never'],
    [{ dnsPolicy: 'Best' }, 'dnsPolicy: "Best" is not ClusterFirstWithHostNet, ClusterFirst, Default or None'],
    [
      { dnsPolicy: 'None', 'dnsConfig.nameservers': undefined },
      'dnsConfig.nameservers: dnsPolicy None leaves the pod without a nameserver',
    ],
    [{ dnsPolicy: 'None' }],
    [
      { 'dnsConfig.nameservers': ['10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4'] },
      'dnsConfig.nameservers: 4 are more than 3',
    ],
    [
      { 'dnsConfig.nameservers': ['dns.example.com'] },
      'dnsConfig.nameservers[0]: "dns.example.com" is not a valid IP address',
    ],
    [
      { 'dnsConfig.searches': ['.', 'UPPER'] },
      'dnsConfig.searches[1]: "UPPER" is not a valid DNS name: up to 253 lower-case letters, digits, dashes, dots and underscores',
    ],
    [
      {
        'dnsConfig.searches': [
          'a0',
          'a1',
          'a2',
          'a3',
          'a4',
          'a5',
          'a6',
          'a7',
          'a8',
          'a9',
          'a10',
          'a11',
          'a12',
          'a13',
          'a14',
          'a15',
          'a16',
          'a17',
          'a18',
          'a19',
          'a20',
          'a21',
          'a22',
          'a23',
          'a24',
          'a25',
          'a26',
          'a27',
          'a28',
          'a29',
          'a30',
          'a31',
          'a32',
        ],
      },
      'dnsConfig.searches: 33 are more than 32',
    ],
    [
      {
        'dnsConfig.searches': [
          'a0.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a1.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a2.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a3.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a4.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a5.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a6.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a7.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a8.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a9.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a10.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a11.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a12.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a13.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a14.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a15.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a16.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a17.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a18.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a19.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a20.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a21.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a22.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a23.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a24.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a25.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a26.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a27.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a28.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a29.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a30.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          'a31.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
        ],
      },
      'dnsConfig.searches: together they are longer than 2048 characters',
    ],
    [{ 'dnsConfig.options': [{ value: '1' }] }, 'dnsConfig.options[0].name: name is missing'],
    [
      { nodeSelector: { 'a b': 'c' } },
      'nodeSelector["a b"]: "a b" is not a valid label key: up to 63 letters, digits, "-", "_" and ".", optionally after a DNS name and "/"',
    ],
    [
      { nodeSelector: { a: 'b c' } },
      'nodeSelector.a: "b c" is not a valid label value: up to 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends',
    ],
    [{ 'resourceClaims[0].resourceClaimName': 'x' }, 'resourceClaims[0]: the claim has 2 sources, expected 1'],
    [
      { 'resourceClaims[0].resourceClaimTemplateName': undefined },
      'resourceClaims[0]: the claim has 0 sources, expected 1',
    ],
    [
      { 'resourceClaims[0].resourceClaimTemplateName': '' },
      'resourceClaims[0].resourceClaimTemplateName: resourceClaimTemplateName is empty',
    ],
    [
      { 'resourceClaims[0].name': 'GPU', 'containers[0].resources.claims': undefined },
      'resourceClaims[0].name: "GPU" is not a valid DNS label: up to 63 lower-case letters, digits and dashes, with a letter or digit at both ends',
    ],
    [
      {
        resourceClaims: [
          { name: 'gpu', resourceClaimName: 'a' },
          { name: 'gpu', resourceClaimName: 'b' },
        ],
      },
      'resourceClaims[1].name: there is a name gpu already',
    ],
    [
      { 'readinessGates[0].conditionType': 'a/b/c' },
      'readinessGates[0].conditionType: "a/b/c" is not a valid label key: up to 63 letters, digits, "-", "_" and ".", optionally after a DNS name and "/"',
    ],
    [{ 'schedulingGates[0].name': '' }, 'schedulingGates[0].name: name is empty'],
    [
      { schedulingGates: [{ name: 'a.b/c' }, { name: 'a.b/c' }] },
      'schedulingGates[1].name: there is a name a.b/c already',
    ],
    [
      { serviceAccountName: 'VLLM' },
      'serviceAccountName: "VLLM" is not a valid DNS name: up to 253 lower-case letters, digits, dashes and dots',
    ],
    [
      { nodeName: 'no_de' },
      'nodeName: "no_de" is not a valid DNS name: up to 253 lower-case letters, digits, dashes and dots',
    ],
    [
      { hostname: 'a.b' },
      'hostname: "a.b" is not a valid DNS label: up to 63 lower-case letters, digits and dashes, with a letter or digit at both ends',
    ],
    [
      { subdomain: 'a.b' },
      'subdomain: "a.b" is not a valid DNS label: up to 63 lower-case letters, digits and dashes, with a letter or digit at both ends',
    ],
    [{ 'hostAliases[0].ip': 'x' }, 'hostAliases[0].ip: "x" is not a valid IP address'],
    [
      { 'hostAliases[0].hostnames': ['a_b'] },
      'hostAliases[0].hostnames[0]: "a_b" is not a valid DNS name: up to 253 lower-case letters, digits, dashes and dots',
    ],
    [
      { priorityClassName: 'a_b' },
      'priorityClassName: "a_b" is not a valid DNS name: up to 253 lower-case letters, digits, dashes and dots',
    ],
    [{ runtimeClassName: '' }, 'runtimeClassName: runtimeClassName is empty'],
    [{ preemptionPolicy: 'Maybe' }, 'preemptionPolicy: "Maybe" is not Never or PreemptLowerPriority'],
    [{ os: { name: 'plan9' } }, 'os.name: "plan9" is not linux or windows'],
    [{ os: {} }, 'os.name: name is missing'],
    [{ os: { name: 'linux' } }],
    [{ terminationGracePeriodSeconds: 0, 'initContainers[1].lifecycle': undefined }],
    [{ hostnameOverride: 'a'.repeat(65) }, 'hostnameOverride: it is longer than 64 characters'],
    [{ hostnameOverride: '' }, 'hostnameOverride: hostnameOverride is empty'],
    [{ hostnameOverride: 'h', setHostnameAsFQDN: true }, 'hostnameOverride: setHostnameAsFQDN also sets the name'],
    [
      { hostnameOverride: 'h', hostNetwork: true },
      'LLMD-SECURITY-CONTEXT securityContext.sysctls[0]: with hostNetwork, it would change the sysctl of the node',
      'hostnameOverride: hostNetwork also sets the name',
    ],
    [{ hostnameOverride: 'h' }],
    [
      { hostNetwork: true, 'containers[1].ports[0].hostPort': 9003 },
      'LLMD-SECURITY-CONTEXT securityContext.sysctls[0]: with hostNetwork, it would change the sysctl of the node',
      'containers[1].ports[0].hostPort: hostPort 9003 is not containerPort 9002',
    ],
    [
      { hostNetwork: true },
      'LLMD-SECURITY-CONTEXT securityContext.sysctls[0]: with hostNetwork, it would change the sysctl of the node',
    ],
    [
      { ephemeralContainers: [{ name: 'debug', image: 'busybox' }] },
      'ephemeralContainers: ephemeralContainers may not be set in a template: they are added to running pods',
    ],
    [
      { overhead: { 'nvidia.com/gpu': '0.5' } },
      'LLMD-RESOURCES overhead["nvidia.com/gpu"]: "0.5" of nvidia.com/gpu is not a whole number',
    ],
    [
      { overhead: { gpu: 1 } },
      'LLMD-RESOURCES overhead.gpu: "gpu" is not a valid resource here, expected cpu, memory, ephemeral-storage, hugepages-SIZE or a name such as nvidia.com/gpu',
    ],
    [
      { 'initContainers[0].livenessProbe': { tcpSocket: { port: 1 } } },
      'initContainers[0].livenessProbe: an init container ends before the containers of the pod start',
    ],
    [
      { 'initContainers[0].lifecycle': { preStop: { exec: { command: ['a'] } } } },
      'initContainers[0].lifecycle: an init container ends before the containers of the pod start',
    ],
    [
      { 'initContainers[0].restartPolicy': 'Always', 'initContainers[0].livenessProbe': { tcpSocket: { port: 0 } } },
      'LLMD-PROBE initContainers[0].livenessProbe.tcpSocket.port: 0 is not between 1 and 65535',
    ],
  ]);
});
