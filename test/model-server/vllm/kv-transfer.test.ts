import { Size } from 'cdk8s';
import { AcceleratorVendor, Engine, KvRole, KvTransfer, type VllmOptions } from '../../../lib';
import { accelerator, args, specify } from '../../support/vllm';

describe('KV transfer and events', () => {
  const config = (kvTransfer: KvTransfer) =>
    JSON.parse(
      args({ kvTransfer })
        .find((word) => word.startsWith('--kv-transfer-config='))!
        .replace(/^[^=]*=/, ''),
    );

  test('NIXL announces the address of the pod', () => {
    const spec = specify({ kvTransfer: KvTransfer.nixl({ role: KvRole.PRODUCER, bufferDevice: 'cpu' }) });
    expect(spec.args).toContain(
      '--kv-transfer-config={"kv_connector":"NixlConnector","kv_role":"kv_producer","kv_buffer_device":"cpu"}',
    );
    expect(spec.extraPorts).toEqual({ nixl: 5600 });
    expect(spec.env!.VLLM_NIXL_SIDE_CHANNEL_HOST.valueFrom).toEqual({ fieldRef: { fieldPath: 'status.podIP' } });
  });

  test.each<[string, KvTransfer, object]>([
    ['LMCache', KvTransfer.lmCache(), { kv_connector: 'LMCacheConnectorV1', kv_role: 'kv_both' }],
    [
      'LMCache in memory',
      KvTransfer.lmCache({ maxLocalCpuSize: Size.gibibytes(20) }),
      {
        kv_connector: 'LMCacheConnectorV1',
        kv_role: 'kv_both',
        kv_connector_extra_config: { 'lmcache.local_cpu': true, 'lmcache.max_local_cpu_size': 20 },
      },
    ],
    [
      'Mooncake',
      KvTransfer.mooncake({ protocol: 'tcp' }),
      {
        kv_connector: 'MooncakeConnector',
        kv_role: 'kv_both',
        kv_connector_extra_config: { mooncake_protocol: 'tcp' },
      },
    ],
    [
      'offloading',
      KvTransfer.offloading({ cpuBytes: Size.gibibytes(100) }),
      {
        kv_connector: 'OffloadingConnector',
        kv_role: 'kv_both',
        kv_connector_extra_config: { cpu_bytes_to_use: 107374182400 },
      },
    ],
    [
      'two',
      KvTransfer.multi([KvTransfer.nixl(), KvTransfer.lmCache()]),
      {
        kv_connector: 'MultiConnector',
        kv_role: 'kv_both',
        kv_connector_extra_config: {
          connectors: [
            { kv_connector: 'NixlConnector', kv_role: 'kv_both' },
            { kv_connector: 'LMCacheConnectorV1', kv_role: 'kv_both' },
          ],
        },
      },
    ],
    [
      'any other',
      KvTransfer.custom({ kv_connector: 'X', kv_role: 'kv_both' }),
      { kv_connector: 'X', kv_role: 'kv_both' },
    ],
  ])('%s', (_, kvTransfer, expected) => {
    expect(config(kvTransfer)).toEqual(expected);
  });

  test('offloaded KV caches are in /dev/shm, and requested', () => {
    const kvTransfer = KvTransfer.offloading({ cpuBytes: Size.gibibytes(100) });
    const spec = specify({ kvTransfer });
    expect(spec.resources).toEqual({ requests: { cpu: '3', memory: '108Gi' } });
    expect(spec.mounts!.map(({ path }) => path)).toContain('/dev/shm');
    expect(() => specify({ kvTransfer, sharedMemory: Size.gibibytes(99) })).toThrow(/^LLMD-ENGINE-SHARED-MEMORY/);
  });

  test("vLLM's connectors are not those of TPUs", () => {
    const tpu = accelerator(AcceleratorVendor.GOOGLE_TPU);
    expect(() => Engine.vllm({ accelerator: tpu, kvTransfer: KvTransfer.nixl() })).toThrow(
      /^LLMD-ENGINE-KV-TRANSFER.*TPUConnector/,
    );
    expect(() =>
      Engine.vllm({ accelerator: tpu, kvTransfer: KvTransfer.custom({ kv_connector: 'X', kv_role: 'kv_both' }) }),
    ).not.toThrow();
  });

  test('events name the pod, its port and the model', () => {
    const spec = specify({ kvEvents: { replayPort: 5559 } }, { servedModelNames: ['llama'], port: 8200 });
    expect(spec.args).toContain(
      '--kv-events-config={"enable_kv_cache_events":true,"publisher":"zmq","endpoint":"tcp://*:5556","replay_endpoint":"tcp://*:5559","topic":"kv@$(POD_IP):8200@llama"}',
    );
    expect(spec.extraPorts).toEqual({ 'kv-events': 5556, 'kv-replay': 5559 });
    expect(spec.env!.POD_IP.valueFrom).toEqual({ fieldRef: { fieldPath: 'status.podIP' } });
  });

  test.each<[string, Partial<VllmOptions>]>([
    ['events', { kvEvents: { port: 8000 } }],
    ['events and their replay', { kvEvents: { port: 5556, replayPort: 5556 } }],
    ['NIXL', { kvTransfer: KvTransfer.nixl({ sideChannelPort: 5556 }), kvEvents: {} }],
  ])('a port is taken once: %s', (_, options) => {
    expect(() => specify(options)).toThrow(/^LLMD-ENGINE-PORT-TAKEN at Engine.vllm/);
  });
});
