import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';
import { Accelerator, AcceleratorVendor, DataPlane, Engine, InferenceStack, Model, Release } from '../../lib';
import { apply, changes } from '../support/apply';
import { defineKinds } from '../support/definitions';
import { advertiseDevices } from '../support/devices';
import { getJson, getList } from '../support/kubectl';
import { requireKubernetes } from '../support/kubernetes-version';
import { ownNamespace } from '../support/namespace';
import { removeClusterScoped } from '../support/pool';
import { synth } from '../support/synth';
import { note, until } from '../support/wait';

const CLASS = 'gpu.e2e.example.com';
const release = Release.GAIE_V1_5_0;

/** Without a driver on the node the kubelet cannot prepare the devices: an allocated claim is as far as a pod gets. */
describe('devices of a DeviceClass without a driver, real API server and scheduler:', () => {
  requireKubernetes(34, 'resource.k8s.io/v1 begins there');
  const namespace = ownNamespace('hardware-device-claim');
  advertiseDevices(CLASS, [
    { name: 'small', product: 'L4' },
    { name: 'large-0', product: 'H100' },
    { name: 'large-1', product: 'H100' },
  ]);
  const { yaml, made } = synth(namespace, (chart) => {
    return new InferenceStack(chart, 'claims', {
      model: Model.huggingFace('facebook/opt-125m'),
      engine: Engine.vllm({
        accelerator: Accelerator.deviceClaim({
          deviceClass: CLASS,
          count: 1,
          selectors: [`device.attributes["${CLASS}"].product == "H100"`],
          vendor: AcceleratorVendor.NVIDIA,
        }),
      }),
      replicas: 3,
      resources: { cpu: { request: Cpu.millis(10) }, memory: { request: Size.mebibytes(64) } },
      dataPlane: DataPlane.standaloneEnvoy(),
      release,
    });
  });
  const pods = () => getList('pods', '-n', namespace, '-l', `app=${made.modelServer.name}`);
  const claims = () => getList('resourceclaims', '-n', namespace);
  const scheduled = ({ status }: any) => status.conditions?.find(({ type }: any) => type === 'PodScheduled');
  afterAll(() => removeClusterScoped(yaml));

  test('the API server admits the template and stores it unchanged at a second apply', async () => {
    await defineKinds(release);
    await apply(yaml);
    expect(changes(await apply(yaml))).toEqual([]);
    const template = await getJson(
      'resourceclaimtemplate',
      made.modelServer.resourceClaimTemplate!.name,
      '-n',
      namespace,
    );
    const [{ exactly }] = template.spec.spec.devices.requests;
    expect(exactly).toMatchObject({ deviceClassName: CLASS, count: 1, allocationMode: 'ExactCount' });
  });

  test('two of three pods get a claim with one of the two devices that fit, and are scheduled', async () => {
    await until('two of three pods to be scheduled', 60, pods, (all) => {
      const conditions = all.map(scheduled);
      const count = (status: string) => conditions.filter((condition) => condition?.status === status).length;
      return count('True') === 2 && count('False') === 1;
    });
    const allocated = (await claims()).filter(({ status }) => status?.allocation !== undefined);
    const devices = allocated.map(({ status }) => status.allocation.devices.results.map(({ device }: any) => device));
    expect(devices.sort()).toEqual([['large-0'], ['large-1']]);
    const users = allocated.map(({ status }) => status.reservedFor.map(({ name }: any) => name));
    const running = (await pods()).filter((pod) => scheduled(pod).status === 'True');
    expect(users.flat().sort()).toEqual(running.map(({ metadata }) => metadata.name).sort());
    const [waiting] = (await pods()).filter((pod) => scheduled(pod).status === 'False');
    expect(scheduled(waiting).message).toContain('cannot allocate all claims');
    note(scheduled(waiting).message);
  });

  test('the kubelet waits for the driver of their devices', async () => {
    const events = () => getList('events', '-n', namespace, '--field-selector=reason=FailedPrepareDynamicResources');
    const perPod = (all: any[]) => new Set(all.map(({ involvedObject }) => involvedObject.name)).size;
    await until('an event for each scheduled pod', 60, events, (all) => perPod(all) === 2);
    for (const { message } of await events()) expect(message).toContain(`driver ${CLASS} is not registered`);
    note((await events())[0].message);
  });
});
