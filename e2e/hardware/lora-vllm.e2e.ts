import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';
import { Engine, LoraAdapter, Mount } from '../../lib';
import { DEFAULT_VLLM } from '../../lib/catalogue/engines/vllm';
import { applyConfigMap } from '../support/config-map';
import { tinyAdapter } from '../support/tiny-adapter';
import { describeAdapters } from './adapters';

/** An adapter in a ConfigMap of the same name. */
const inConfigMap = (name: string, rank: number) => {
  const source = `/adapters/${name}`;
  return LoraAdapter.custom({ name, source, rank, mounts: [Mount.custom(source, { configMap: { name } }, true)] });
};

describeAdapters({
  title: `written by the test, real vLLM ${DEFAULT_VLLM.version} on CPU`,
  namespace: 'hardware-lora-vllm',
  props: {
    engine: Engine.vllmCpu({ gpuMemoryUtilization: 0.1, maxModelLen: 512 }),
    resources: { cpu: { request: Cpu.millis(100) }, memory: { request: Size.gibibytes(1) } },
  },
  adapters: [inConfigMap('sql', 8), inConfigMap('law', 16)],
  prepare: async (namespace) => {
    await applyConfigMap(namespace, 'sql', tinyAdapter(8, ['q_proj', 'v_proj']));
    await applyConfigMap(namespace, 'law', tinyAdapter(16, ['v_proj']));
  },
  hasWeights: true,
});
