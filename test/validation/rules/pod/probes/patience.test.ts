import { PROBE_PATIENCE } from '../../../../../lib/validation/rules/pod/probes/patience';
import { diagnostics, places } from '../../../../support/diagnostics';
import { podWith, simulator, vllm } from '../../../../support/manifests';
import { HEALTH } from '../../../../support/probes';

describe('patience', () => {
  const kills = (field: string) => [`LLMD-PROBE-PATIENCE spec.containers[0].${field}`];

  test('is too short', () => {
    const livenessProbe = { ...HEALTH, initialDelaySeconds: 5, periodSeconds: 4, failureThreshold: 2 };
    expect(diagnostics([PROBE_PATIENCE], podWith(vllm({ livenessProbe })))).toEqual([
      'LLMD-PROBE-PATIENCE spec.containers[0].livenessProbe: livenessProbe of container vllm kills it after 9 s (5 s, then 2 probes 4 s apart), and vLLM has to load its model first; add a startupProbe with failureThreshold x periodSeconds of some minutes',
    ]);
  });

  test.each<[string, object, string[]]>([
    ['defaults', { livenessProbe: HEALTH }, kills('livenessProbe')],
    ['a second missing', { livenessProbe: { ...HEALTH, initialDelaySeconds: 39 } }, kills('livenessProbe')],
    ['a minute', { livenessProbe: { ...HEALTH, initialDelaySeconds: 40 } }, []],
    ['seven probes', { livenessProbe: { ...HEALTH, failureThreshold: 7 } }, []],
    ['a startup probe first', { livenessProbe: HEALTH, startupProbe: { ...HEALTH, failureThreshold: 30 } }, []],
    ['a startup probe without patience', { livenessProbe: HEALTH, startupProbe: HEALTH }, kills('startupProbe')],
    ['no probe that kills', { readinessProbe: HEALTH }, []],
  ])('%s', (_, probes, expected) => {
    expect(places([PROBE_PATIENCE], podWith(vllm(probes)))).toEqual(expected);
  });

  const LOADING = { ...HEALTH, initialDelaySeconds: 120 };

  test('is too short for a large model', () => {
    const server = vllm({ livenessProbe: LOADING });
    expect(
      diagnostics([PROBE_PATIENCE], podWith({ ...server, args: ['meta-llama/Llama-4-Scout-17B-16E-Instruct'] })),
    ).toEqual([
      'LLMD-PROBE-PATIENCE spec.containers[0].livenessProbe: livenessProbe of container vllm kills it after 140 s (120 s, then 3 probes 10 s apart), and vLLM has to load meta-llama/Llama-4-Scout-17B-16E-Instruct first, which takes about 600 s or more; add a startupProbe with failureThreshold x periodSeconds of some minutes',
    ]);
  });

  test.each<[model: string, probes: object, isReported: boolean]>([
    ['Qwen/Qwen3-32B', { livenessProbe: LOADING }, true],
    ['/models/Qwen3-32B', { livenessProbe: LOADING }, true],
    ['Qwen/Qwen3-32B', { livenessProbe: { ...HEALTH, failureThreshold: 33 } }, false],
    ['Qwen/Qwen3-32B', { livenessProbe: { ...HEALTH, failureThreshold: 31 } }, true],
    ['Qwen/Qwen3-32B', { livenessProbe: HEALTH, startupProbe: { ...HEALTH, failureThreshold: 20 } }, true],
    ['Qwen/Qwen3-32B', { livenessProbe: HEALTH, startupProbe: { ...HEALTH, failureThreshold: 60 } }, false],
    ['Qwen/Qwen3-0.6B', { livenessProbe: LOADING }, false],
    ['mistralai/Mistral-7B-Instruct-v0.3', { livenessProbe: LOADING }, false],
    ['a-model-of-unknown-size', { livenessProbe: LOADING }, false],
    ['$(MODEL)-70B', { livenessProbe: LOADING, env: [{ name: 'MODEL', valueFrom: { fieldRef: {} } }] }, false],
    ['deepseek-ai/DeepSeek-R1', { startupProbe: { ...HEALTH, periodSeconds: 30, failureThreshold: 60 } }, false],
    ['deepseek-ai/DeepSeek-R1', { startupProbe: { ...HEALTH, failureThreshold: 60 } }, true],
  ])('for %s with %j: %s', (model, probes, isReported) => {
    expect(places([PROBE_PATIENCE], podWith({ ...vllm(probes), args: [model] }))).toHaveLength(isReported ? 1 : 0);
  });

  test('of the simulator is short', () => {
    expect(places([PROBE_PATIENCE], podWith(simulator({ livenessProbe: HEALTH })))).toEqual([]);
  });
});
