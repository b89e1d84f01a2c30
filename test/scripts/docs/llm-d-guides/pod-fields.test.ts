import { podFields } from '../../../../scripts/docs/llm-d-guides/pod-fields';

test('every field of a pod has a name', () => {
  const container = {
    name: 'main',
    args: ['org/model', '--eager', '--size=2', '--config', '{"port":"$(PORT)","unknown":"$(OTHER)","none":{}}'],
    env: [
      { name: 'PORT', value: '1' },
      { name: 'KEY', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
    ],
    ports: [{ name: 'web', containerPort: 80 }],
    readinessProbe: { httpGet: { path: '/', port: 'web' as any } },
    volumeMounts: [{ name: 'a', mountPath: '/a' }],
  };
  const volumes = [
    { name: 'a', emptyDir: { medium: 'Memory' } },
    { name: 'b', emptyDir: {} },
  ];
  const tolerations = [{ key: 'gpu', operator: 'Exists' }];
  const template = { metadata: { labels: { app: 'x' } }, spec: { containers: [container], volumes, tolerations } };

  expect(podFields({ replicas: 1, selector: { matchLabels: { b: '1', a: '2' } }, template })).toEqual({
    replicas: '1',
    selector: 'a b',
    'pod.labels.app': 'x',
    'pod.tolerations[gpu].operator': 'Exists',
    name: 'main',
    'readinessProbe.httpGet.path': '/',
    'readinessProbe.httpGet.port': '80',
    'args.model': 'org/model',
    'args.--eager': 'yes',
    'args.--size': '2',
    'args.--config.port': '1',
    'args.--config.unknown': '$(OTHER)',
    'args.--config.none': 'none',
    'env.PORT': '1',
    'env.KEY': 'secretKeyRef.key k, secretKeyRef.name s',
    'ports[80]': 'web',
    'volumes[/a]': 'emptyDir.medium Memory',
    'volumes[b, not mounted]': 'emptyDir',
  });
});
