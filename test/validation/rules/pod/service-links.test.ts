import { SERVICE_LINKS } from '../../../../lib/validation/rules/pod/service-links';
import { diagnostics, places } from '../../../support/diagnostics';
import { podWith, service, simulator, vllm } from '../../../support/manifests';

describe('a Service', () => {
  const PLACE = 'LLMD-POD-SERVICE-LINKS spec.enableServiceLinks';
  const SERVICE = service('vllm', 'vllm');

  test('that vLLM takes for a setting', () => {
    expect(diagnostics([SERVICE_LINKS], [SERVICE, ...podWith(vllm())])).toEqual([
      `${PLACE}: Service vllm gives container vllm the variable VLLM_PORT=tcp://…, which vLLM reads as a number; set enableServiceLinks: false in the pod, or rename the Service`,
    ]);
  });

  test.each<[string, object[], string[]]>([
    ['of another name', [service('vllm-model', 'vllm'), ...podWith(vllm())], []],
    ['of another setting’s name', [service('vllm-nixl-side-channel', 'vllm'), ...podWith(vllm())], [PLACE]],
    ['two of them', [SERVICE, service('vllm-dp-master', 'vllm'), ...podWith(vllm())], [PLACE, PLACE]],
    ['in another namespace', [service('vllm', 'vllm', {}, { namespace: 'other' }), ...podWith(vllm())], []],
    ['without an address', [service('vllm', 'vllm', { clusterIP: 'None' }), ...podWith(vllm())], []],
    ['that is only a name', [service('vllm', 'vllm', { type: 'ExternalName' }), ...podWith(vllm())], []],
    ['that the pod does not see', [SERVICE, ...podWith(vllm(), { enableServiceLinks: false })], []],
    ['that the pod asks to see', [SERVICE, ...podWith(vllm(), { enableServiceLinks: true })], [PLACE]],
    ['that the container overrides', [SERVICE, ...podWith(vllm({ env: [{ name: 'VLLM_PORT', value: '1' }] }))], []],
    ['beside another setting', [SERVICE, ...podWith(vllm({ env: [{ name: 'HOME', value: '/' }] }))], [PLACE]],
    ['beside another program', [SERVICE, ...podWith(simulator())], []],
  ])('%s', (_, objects, expected) => {
    expect(places([SERVICE_LINKS], objects)).toEqual(expected);
  });
});
