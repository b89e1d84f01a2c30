import { hardwareCases } from '../../scripts/docs/hardware-cases';
import { apply } from '../support/apply';
import { kubectl } from '../support/kubectl';
import { requireKubernetes } from '../support/kubernetes-version';
import { ownNamespace } from '../support/namespace';

const CASES = hardwareCases()
  .filter(({ objects }) => objects !== undefined)
  .map((it) => ({ ...it, accelerator: it.accelerator ?? 'on CPUs' }));

/** Nothing is started: the images are not there, and container runtimes before containerd 2.1 know no image volumes. */
describe('the API server admits a pod to a namespace of the restricted standard, in a dry run:', () => {
  requireKubernetes(35, 'image volumes are off before');
  const namespace = ownNamespace('hardware-admitted');
  beforeAll(() => kubectl(['wait', '-n', namespace, '--for=create', 'serviceaccount/default', '--timeout=30s']));

  test.each(CASES)('$engine $accelerator $source', async ({ engine, objects = [] }) => {
    // The proxy and the endpoint picker are other Deployments.
    const name = { 'Engine.sglang': 'sglang', 'Engine.simulator': 'llm-d-inference-sim' }[engine] ?? 'vllm';
    const templates = objects.flatMap((object: any) => object.spec?.template ?? []);
    const [{ metadata, spec }] = templates.filter((it) => it.spec.containers[0].name === name);
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { ...metadata, name: 'server', namespace }, spec };
    const stored = JSON.parse(await apply(JSON.stringify(pod), '--dry-run=server', '-o', 'json'));
    // An API server leaves out what it does not know, for example a volume's source.
    expect(stored.spec.volumes ?? []).toMatchObject(spec.volumes ?? []);
    expect(stored.spec.containers[0].volumeMounts ?? []).toMatchObject(spec.containers[0].volumeMounts ?? []);
    expect(stored.spec.resourceClaims).toEqual(spec.resourceClaims);
  });
});
