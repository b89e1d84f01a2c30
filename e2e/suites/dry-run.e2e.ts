import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import {
  DataPlane,
  Engine,
  EnvoyPlacement,
  FaultToleranceGuide,
  type IDataPlane,
  InferenceObjective,
  Mount,
  ObservabilityGuide,
  Platform,
  ProxyServiceType,
  Release,
} from '../../lib';
import { apply } from '../support/apply';
import { defineKinds } from '../support/definitions';
import { requireEnvoyGateway } from '../support/envoy-gateway';
import { ownNamespace } from '../support/namespace';
import { synth } from '../support/synth';

const DATA_PLANES: { [title: string]: IDataPlane } = {
  agentgateway: DataPlane.agentgateway(),
  'agentgateway behind a load balancer': DataPlane.agentgateway({ serviceType: ProxyServiceType.LOAD_BALANCER }),
  'standalone Envoy beside the picker': DataPlane.standaloneEnvoy(),
  'standalone Envoy in two pods of its own': DataPlane.standaloneEnvoy({
    placement: EnvoyPlacement.DEPLOYMENT,
    replicas: 2,
  }),
  'Envoy Gateway': DataPlane.envoyGateway(),
  'an existing Gateway of Envoy Gateway': DataPlane.envoyGateway({ gateway: { name: 'web', namespace: 'web' } }),
  'an existing Gateway': DataPlane.existingGateway({ name: 'web', namespace: 'web', sectionName: 'http' }),
};

const COMBINATIONS = Object.entries(DATA_PLANES).flatMap(([title, dataPlane]) =>
  Release.all()
    .filter(({ id }) => dataPlane.capabilities.releases.includes(id))
    .map((release) => ({ title, dataPlane, release, id: release.id })),
);

describe('the API server takes without an error or a warning, in a dry run', () => {
  const namespace = ownNamespace('dry-run');
  const dryRun = async (fill: (scope: Construct) => unknown) => {
    await apply(synth(namespace, fill).yaml, '--dry-run=server');
  };

  test('the cluster knows the kinds of all releases and of Envoy Gateway', async () => {
    for (const release of Release.all()) {
      await defineKinds(release);
    }
    await requireEnvoyGateway();
  });

  test.each(COMBINATIONS)('the guides with an objective: $title, $id', async ({ dataPlane, release }) => {
    await dryRun((scope) => {
      const { pool } = new ObservabilityGuide(scope, 'guide', { dataPlane, release });
      new InferenceObjective(scope, 'urgent', { pool, priority: 100 });
    });
  });

  test.each(Release.all())('the platform of $id', async (release) => {
    await dryRun((scope) => new Platform(scope, 'platform', { release, namespace }));
  });

  test('every option of a pod', async () => {
    await dryRun((scope) => {
      new FaultToleranceGuide(scope, 'guide', {
        engine: Engine.vllmCpu({ maxModelLen: 1024, maxNumSeqs: 8, enforceEager: true, ompThreadsBind: '0-1' }),
        resources: { cpu: { request: Cpu.millis(500) }, ephemeralStorage: { request: Size.gibibytes(1) } },
        nodeSelector: { 'kubernetes.io/arch': 'amd64' },
        tolerations: [{ key: 'llm', operator: 'Exists' }],
        affinity: { podAntiAffinity: {} },
        imageRegistry: 'mirror.example.com/hub',
        extraMounts: [Mount.emptyDir('/scratch', { sizeLimit: Size.gibibytes(1) })],
        podLabels: { team: 'search' },
        podAnnotations: { 'example.com/note': 'e2e' },
      });
    });
  });
});
