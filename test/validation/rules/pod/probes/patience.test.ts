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

  test('of the simulator is short', () => {
    expect(places([PROBE_PATIENCE], podWith(simulator({ livenessProbe: HEALTH })))).toEqual([]);
  });
});
