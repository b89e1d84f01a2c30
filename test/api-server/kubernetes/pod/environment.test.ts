import { testCases } from '../change';

describe('environment, a container', () => {
  testCases({ code: 'LLMD-POD-SPEC', kind: 'Deployment', below: 'spec.template.spec.containers[0].' }, [
    [{ 'env[0].name': '' }, 'env[0].name: name is empty'],
    [
      { 'env[0].name': 'A=B' },
      'env[0].name: "A=B" is not a valid name of an environment variable: printable ASCII characters other than "="',
    ],
    [
      { 'env[0].name': 'é' },
      'env[0].name: "é" is not a valid name of an environment variable: printable ASCII characters other than "="',
    ],
    [{ 'env[0].name': '1 a.b-c' }],
    [
      { 'env[0].valueFrom': { fieldRef: { fieldPath: 'metadata.name' } } },
      'env[0].valueFrom: the variable has a value and a source, expected one',
    ],
    [
      { 'env[1].valueFrom': {} },
      'env[1].valueFrom: no source is given, expected fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef or fileKeyRef',
    ],
    [
      { 'env[1].valueFrom.secretKeyRef': { name: 'a', key: 'b' } },
      'env[1].valueFrom.secretKeyRef: fieldRef and secretKeyRef are two sources, expected one',
    ],
    [
      { 'env[1].valueFrom.fieldRef.fieldPath': 'metadata.labels' },
      'env[1].valueFrom.fieldRef.fieldPath: "metadata.labels" is not metadata.name, metadata.namespace, metadata.uid, spec.nodeName, spec.host, spec.serviceAccountName, status.hostIP, status.hostIPs, status.podIP or status.podIPs',
    ],
    [{ 'env[1].valueFrom.fieldRef.fieldPath': '' }, 'env[1].valueFrom.fieldRef.fieldPath: fieldPath is empty'],
    [{ 'env[1].valueFrom.fieldRef.apiVersion': 'v2' }, 'env[1].valueFrom.fieldRef.apiVersion: "v2" is not v1'],
    [{ 'env[1].valueFrom.fieldRef.fieldPath': 'spec.host' }],
    [
      { 'env[1].valueFrom.fieldRef.fieldPath': "metadata.name['a']" },
      'env[1].valueFrom.fieldRef.fieldPath: "metadata.name[\'a\']" is not metadata.name, metadata.namespace, metadata.uid, spec.nodeName, spec.host, spec.serviceAccountName, status.hostIP, status.hostIPs, status.podIP or status.podIPs',
    ],
    [
      { 'env[1].valueFrom.fieldRef.fieldPath': "metadata.labels['a b']" },
      'env[1].valueFrom.fieldRef.fieldPath: "a b" is not a valid label key: up to 63 letters, digits, "-", "_" and ".", optionally after a DNS name and "/"',
    ],
    [{ 'env[1].valueFrom.fieldRef.fieldPath': "metadata.annotations['A']" }],
    [
      { 'env[3].valueFrom.resourceFieldRef.resource': 'limits.gpu' },
      'env[3].valueFrom.resourceFieldRef.resource: "limits.gpu" is not a valid resource of a container',
    ],
    [
      { 'env[3].valueFrom.resourceFieldRef.resource': '' },
      'env[3].valueFrom.resourceFieldRef.resource: resource is empty',
    ],
    [
      { 'env[3].valueFrom.resourceFieldRef.divisor': '10m' },
      'env[3].valueFrom.resourceFieldRef.divisor: "10m" is not a valid unit of this resource',
    ],
    [{ 'env[3].valueFrom.resourceFieldRef': { resource: 'limits.memory', divisor: '1Mi' } }],
    [
      { 'env[3].valueFrom.resourceFieldRef': { resource: 'limits.memory', divisor: '1m' } },
      'env[3].valueFrom.resourceFieldRef.divisor: "1m" is not a valid unit of this resource',
    ],
    [{ 'env[3].valueFrom.resourceFieldRef': { resource: 'requests.hugepages-2Mi', divisor: 0 } }],
    [
      { 'env[4].valueFrom.secretKeyRef.key': 'a/b' },
      'env[4].valueFrom.secretKeyRef.key: "a/b" is not a valid key for a file name: up to 253 letters, digits, "-", "_" and "."',
    ],
    [{ 'env[4].valueFrom.secretKeyRef.name': '' }, 'env[4].valueFrom.secretKeyRef.name: name is empty'],
    [
      { 'env[5].valueFrom.configMapKeyRef.key': '..a' },
      'env[5].valueFrom.configMapKeyRef.key: "..a" is not a valid key for a file name: up to 253 letters, digits, "-", "_" and "."',
    ],
    [
      { 'env[5].valueFrom.configMapKeyRef.name': 'A' },
      'env[5].valueFrom.configMapKeyRef.name: "A" is not a valid DNS name: up to 253 lower-case letters, digits, dashes and dots',
    ],
    [{ 'env[0]': { name: 'A', valueFrom: { fileKeyRef: { volumeName: 'shm', path: 'env', key: 'A' } } } }],
    [
      { 'env[0]': { name: 'A', valueFrom: { fileKeyRef: { volumeName: 'config', path: '../env', key: 'A=' } } } },
      'env[0].valueFrom.fileKeyRef.key: "A=" is not a valid name of an environment variable: printable ASCII characters other than "="',
      'env[0].valueFrom.fileKeyRef.path: "../env" is not a valid path without ".."',
      'env[0].valueFrom.fileKeyRef.volumeName: "config" is not a valid volume of type emptyDir',
    ],
    [
      { 'envFrom[0].prefix': 'a=b' },
      'envFrom[0].prefix: "a=b" is not a valid name of an environment variable: printable ASCII characters other than "="',
    ],
    [{ 'envFrom[0]': {} }, 'envFrom[0]: no source is given, expected configMapRef or secretRef'],
    [
      { 'envFrom[0].secretRef': { name: 'a' } },
      'envFrom[0].secretRef: configMapRef and secretRef are two sources, expected one',
    ],
    [{ 'envFrom[0].configMapRef.name': 'vllm-' }],
    [
      { 'envFrom[0].configMapRef.name': 'V' },
      'envFrom[0].configMapRef.name: "V" is not a valid DNS name: up to 253 lower-case letters, digits, dashes and dots',
    ],
    [{ 'envFrom[0].configMapRef.name': '' }, 'envFrom[0].configMapRef.name: name is empty'],
  ]);
});
