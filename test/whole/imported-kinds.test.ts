import { check, readText } from '../../lib/validation';

/** An object in YAML: `fields` are those beside apiVersion, kind and metadata. */
const object = (apiVersion: string, kind: string, fields: string) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: a, namespace: default }\n${fields}`;

/** Code and path of each diagnostic. Monitors without their targets are reported too, which is not of interest here. */
const found = (text: string) =>
  check(readText(text))
    // What a pod lacks for the `restricted` standard and what a monitor lacks in the set are other rules' matter.
    .filter(({ code }) => !/^LLMD-(MONITOR|SECURITY)-/.test(code))
    .map(({ code, path }) => `${code} ${path}`);

const LWS = 'leaderworkerset.x-k8s.io/v1';
const MONITORING = 'monitoring.coreos.com/v1';
const DRA = 'resource.k8s.io/v1';

const template = (container: string) =>
  `{ metadata: { labels: { app: vllm } }, spec: { containers: [{ ${container} }] } }`;
const workers = (fields: string, container = 'name: vllm, image: vllm:1') =>
  `spec: { replicas: 1, leaderWorkerTemplate: { size: 2, ${fields}workerTemplate: ${template(container)} } }`;
const claim = (request: string) => `spec: { spec: { devices: { requests: [{ name: gpu, ${request} }] } } }`;
const group = (fields: string, rule = 'alert: Slow, expr: up == 0, for: 5m') =>
  `spec: { groups: [{ name: g, ${fields}rules: [{ ${rule} }] }] }`;
const endpoint = (field: string, fields: string) =>
  `spec: { selector: { matchLabels: { app: epp } }, ${field}: [{ port: metrics, ${fields} }] }`;

const passing: readonly [apiVersion: string, kind: string, fields: string][] = [
  [LWS, 'LeaderWorkerSet', workers('restartPolicy: RecreateGroupOnPodRestart, ')],
  [DRA, 'ResourceClaimTemplate', claim('exactly: { deviceClassName: gpu.nvidia.com, count: 2 }')],
  [
    DRA,
    'ResourceClaim',
    'spec: { devices: { requests: [{ name: gpu, exactly: { deviceClassName: gpu.nvidia.com } }] } }',
  ],
  [MONITORING, 'ServiceMonitor', endpoint('endpoints', 'interval: 10s')],
  [MONITORING, 'PodMonitor', endpoint('podMetricsEndpoints', 'interval: 1m30s')],
  [MONITORING, 'PrometheusRule', group('partial_response_strategy: Warn, ')],
];

const failing: readonly [what: string, text: string, ...expected: string[]][] = [
  [
    'LeaderWorkerSet with an unknown restart policy',
    object(LWS, 'LeaderWorkerSet', workers('restartPolicy: Never, ')),
    'LLMD-ENUM spec.leaderWorkerTemplate.restartPolicy',
  ],
  [
    'LeaderWorkerSet with a container that has no name',
    object(LWS, 'LeaderWorkerSet', workers('', 'image: vllm:1')),
    'LLMD-REQUIRED spec.leaderWorkerTemplate.workerTemplate.spec.containers[0].name',
  ],
  [
    'LeaderWorkerSet with an unknown field',
    object(LWS, 'LeaderWorkerSet', workers('nodes: 2, ')),
    'LLMD-UNKNOWN-FIELD spec.leaderWorkerTemplate.nodes',
  ],
  [
    'ResourceClaimTemplate without a device class',
    object(DRA, 'ResourceClaimTemplate', claim('exactly: { count: two }')),
    'LLMD-TYPE spec.spec.devices.requests[0].exactly.count',
    'LLMD-REQUIRED spec.spec.devices.requests[0].exactly.deviceClassName',
  ],
  [
    'ResourceClaim as in v1beta1',
    object(DRA, 'ResourceClaim', 'spec: { devices: { requests: [{ name: gpu, deviceClassName: gpu.nvidia.com }] } }'),
    'LLMD-UNKNOWN-FIELD spec.devices.requests[0].deviceClassName',
  ],
  [
    'ServiceMonitor with a space in a duration',
    object(MONITORING, 'ServiceMonitor', endpoint('endpoints', 'interval: 10 s')),
    'LLMD-PATTERN spec.endpoints[0].interval',
  ],
  [
    'PodMonitor with the list of a ServiceMonitor',
    object(MONITORING, 'PodMonitor', endpoint('endpoints', 'interval: 10s')),
    'LLMD-UNKNOWN-FIELD spec.endpoints',
  ],
  [
    'PrometheusRule with an unknown strategy, and a rule without an expression',
    object(MONITORING, 'PrometheusRule', group('partial_response_strategy: fail, ', 'alert: Slow, for: 5m')),
    'LLMD-PATTERN spec.groups[0].partial_response_strategy',
    'LLMD-REQUIRED spec.groups[0].rules[0].expr',
  ],
];

describe('the kinds of LeaderWorkerSet, device claims and monitoring', () => {
  test.each(passing)('%s %s is accepted', (apiVersion, kind, fields) => {
    expect(found(object(apiVersion, kind, fields))).toEqual([]);
  });

  test.each(failing)('a %s is refused', (_, text, ...expected) => expect(found(text)).toEqual(expected));

  test('a pattern is described by what it accepts', () => {
    const [{ message }] = check(
      readText(object(MONITORING, 'PrometheusRule', group('interval: 1h 30m, partial_response_strategy: warn, '))),
    );
    expect(message).toContain('a duration of Prometheus, such as 30s or 1h30m');
  });

  test('a DeviceClass of the cluster, with a selector and without a known field', () => {
    const text = (fields: string) =>
      `apiVersion: ${DRA}\nkind: DeviceClass\nmetadata: { name: gpu.example.com }\nspec: { ${fields} }`;
    expect(found(text('selectors: [{ cel: { expression: device.driver == "gpu.example.com" } }]'))).toEqual([]);
    expect(found(text('driver: gpu.example.com'))).toEqual(['LLMD-UNKNOWN-FIELD spec.driver']);
  });
});
