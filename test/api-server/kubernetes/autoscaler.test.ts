import { testCases } from './change';

describe('HorizontalPodAutoscaler', () => {
  testCases({ code: 'LLMD-AUTOSCALER', kind: 'HorizontalPodAutoscaler', below: 'spec.' }, [
    [{ minReplicas: 0 }, 'minReplicas: 0 is less than 1'],
    [{ maxReplicas: 0 }, 'maxReplicas: 0 is less than 1'],
    [{ minReplicas: 9 }, 'maxReplicas: 8 is less than minReplicas 9'],
    [{ minReplicas: 8 }],
    [{ minReplicas: undefined, maxReplicas: 1 }],
    [
      { scaleTargetRef: {} },
      'scaleTargetRef.kind: kind is missing',
      'scaleTargetRef.name: name is missing',
      'scaleTargetRef.apiVersion: "" names no API group',
    ],
    [{ 'scaleTargetRef.apiVersion': 'v1' }, 'scaleTargetRef.apiVersion: "v1" names no API group'],
    [{ 'scaleTargetRef.apiVersion': 'a/b/c' }, 'scaleTargetRef.apiVersion: "a/b/c" is not a valid apiVersion'],
    [{ scaleTargetRef: { kind: 'ReplicationController', name: 'a' } }],
    [
      { 'scaleTargetRef.name': 'a/b' },
      'scaleTargetRef.name: "a/b" is not a valid name that can be part of a URL: not "." or "..", and without "/" and "%"',
    ],
    [
      { 'metrics[0].type': 'Pods' },
      'metrics[0].pods: pods is missing',
      'metrics[0].resource: the metric is of type "Pods"',
    ],
    [
      { 'metrics[0].type': 'CPU' },
      'metrics[0].type: "CPU" is not Object, External, Pods, Resource or ContainerResource',
      'metrics[0].resource: the metric is of type "CPU"',
    ],
    [{ 'metrics[0].resource': undefined }, 'metrics[0].resource: resource is missing'],
    [{ 'metrics[0].resource.name': '' }, 'metrics[0].resource.name: name is empty'],
    [
      { 'metrics[0].resource.target.averageUtilization': 0 },
      'metrics[0].resource.target.averageUtilization: 0 is less than 1',
    ],
    [
      { 'metrics[0].resource.target.averageUtilization': undefined },
      'metrics[0].resource.target: of averageUtilization and averageValue there are 0, expected 1',
    ],
    [
      { 'metrics[0].resource.target.averageValue': '1' },
      'metrics[0].resource.target: of averageUtilization and averageValue there are 2, expected 1',
    ],
    [
      { 'metrics[0].resource.target.type': 'Any' },
      'metrics[0].resource.target.type: "Any" is not AverageValue, Utilization or Value',
    ],
    [{ 'metrics[1].pods.target.averageValue': '0' }, 'metrics[1].pods.target.averageValue: "0" is not more than 0'],
    [
      { 'metrics[1].pods.target.averageValue': undefined },
      'metrics[1].pods.target: of averageValue there are 0, expected 1',
    ],
    [{ 'metrics[1].pods.metric.name': '' }, 'metrics[1].pods.metric.name: name is empty'],
    [
      { 'metrics[2].external.target.averageValue': '1' },
      'metrics[2].external.target: of value and averageValue there are 2, expected 1',
    ],
    [
      { 'metrics[2].external.target.value': undefined },
      'metrics[2].external.target: of value and averageValue there are 0, expected 1',
    ],
    [
      { 'metrics[3].object.describedObject.name': 'a%b' },
      'metrics[3].object.describedObject.name: "a%b" is not a valid name that can be part of a URL: not "." or "..", and without "/" and "%"',
    ],
    [{ 'metrics[3].object.target.averageValue': '1' }],
    [
      { 'metrics[3].object.target.value': undefined },
      'metrics[3].object.target: of averageValue and value there are 0, expected 1',
    ],
    [
      { 'metrics[4].containerResource.container': 'A' },
      'metrics[4].containerResource.container: "A" is not a valid DNS label: up to 63 lower-case letters, digits and dashes, with a letter or digit at both ends',
    ],
    [
      { 'metrics[4].containerResource.name': 'gpu' },
      'metrics[4].containerResource.name: "gpu" is not a valid resource here, expected cpu, memory, ephemeral-storage, hugepages-SIZE or a name such as nvidia.com/gpu',
    ],
    [{ 'behavior.scaleUp.policies': [] }, 'behavior.scaleUp.policies: policies is empty'],
    [{ 'behavior.scaleUp.policies': undefined }],
    [{ 'behavior.scaleUp.policies[0].type': 'Any' }, 'behavior.scaleUp.policies[0].type: "Any" is not Percent or Pods'],
    [{ 'behavior.scaleUp.policies[0].value': 0 }, 'behavior.scaleUp.policies[0].value: 0 is less than 1'],
    [
      { 'behavior.scaleUp.policies[0].periodSeconds': 1801 },
      'behavior.scaleUp.policies[0].periodSeconds: 1801 is not between -Infinity and 1800',
    ],
    [
      { 'behavior.scaleUp.policies[0].periodSeconds': 0 },
      'behavior.scaleUp.policies[0].periodSeconds: 0 is less than 1',
    ],
    [
      { 'behavior.scaleDown.stabilizationWindowSeconds': 3601 },
      'behavior.scaleDown.stabilizationWindowSeconds: 3601 is not between 0 and 3600',
    ],
    [
      { 'behavior.scaleDown.stabilizationWindowSeconds': -1 },
      'behavior.scaleDown.stabilizationWindowSeconds: -1 is not between 0 and 3600',
    ],
    [
      { 'behavior.scaleDown.selectPolicy': 'Any' },
      'behavior.scaleDown.selectPolicy: "Any" is not Disabled, Max or Min',
    ],
    [{ 'behavior.scaleDown.tolerance': '-0.1' }, 'behavior.scaleDown.tolerance: "-0.1" is less than 0'],
  ]);
});
