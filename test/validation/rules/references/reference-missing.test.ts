import { deploymentOf, documents, gateway, httpRoute, named } from '../../../support/rule-objects';
import { objectOf, referenceMessages } from '../../../support/reference-messages';

describe('other references', () => {
  const host = (name: string) => objectOf('networking.istio.io/v1', 'DestinationRule', `host: ${name}`);
  const epp = named('Service', 'epp');

  test.each<[string, string, string[]]>([
    [
      'hosts',
      epp +
        host('epp.default.svc.cluster.local') +
        host('epp').replace('name: a', 'name: b') +
        host('epp.default.svc').replace('name: a', 'name: c'),
      [],
    ],
    [
      'hosts of a missing Service',
      epp + host('ep.default.svc.cluster.local') + host('ep').replace('name: a', 'name: b'),
      [
        'LLMD-REFERENCE spec.host: there is no Service default/ep; namespace default has epp',
        'LLMD-REFERENCE spec.host: there is no Service default/ep; namespace default has epp',
      ],
    ],
    [
      'hosts that are no Services',
      epp +
        host('api.example.com') +
        host('"*.default.svc.cluster.local"').replace('name: a', 'name: b') +
        host('ep.default').replace('name: a', 'name: c'),
      [],
    ],
    [
      'filters',
      documents(
        httpRoute({
          rest: 'filters: [{ type: ExtensionRef, extensionRef: { group: agentgateway.dev, kind: AgentgatewayPolicy, name: b } }]',
        }),
      ),
      ['LLMD-REFERENCE spec.rules[0].filters[0].extensionRef.name: there is no AgentgatewayPolicy default/b'],
    ],
    [
      'filters of backends',
      documents(
        httpRoute({
          backends: [
            '{ name: a, port: 80, filters: [{ type: ExtensionRef, extensionRef: { group: a.io, kind: B, name: c } }] }',
          ],
        }),
      ),
      ['LLMD-REFERENCE spec.rules[0].backendRefs[0].filters[0].extensionRef.name: there is no B default/c'],
    ],
    [
      'classes',
      documents(gateway({ className: 'elsewhere' })) +
        '---\n' +
        deploymentOf('priorityClassName: high\nruntimeClassName: nvidia\nnodeName: node') +
        objectOf('v1', 'PersistentVolumeClaim', 'storageClassName: fast'),
      [],
    ],
    [
      'grants',
      objectOf(
        'gateway.networking.k8s.io/v1beta1',
        'ReferenceGrant',
        'from: [], to: [{ kind: Secret, name: absent }, { kind: Service }]',
      ),
      [],
    ],
    ['the Service of the API server', documents(httpRoute({ backends: ['{ name: kubernetes, port: 443 }'] })), []],
    [
      'monitors and network policies',
      objectOf('monitoring.coreos.com/v1', 'PodMonitor', 'selector: { matchLabels: { app: absent } }') +
        objectOf('networking.k8s.io/v1', 'NetworkPolicy', 'podSelector: { matchLabels: { app: absent } }'),
      [],
    ],
    [
      'StatefulSets of a LeaderWorkerSet',
      objectOf('leaderworkerset.x-k8s.io/v1', 'LeaderWorkerSet', '') +
        objectOf('apps/v1', 'StatefulSet', 'serviceName: a').replace('name: a', 'name: b'),
      [],
    ],
  ])('%s', (_name, yaml, expected) => expect(referenceMessages(yaml)).toEqual(expected));
});
