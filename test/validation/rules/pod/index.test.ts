import { DRAIN_PICKER } from '../../../../lib/validation/rules/pod/drain/picker';
import { PROBE_ENGINE_PATH } from '../../../../lib/validation/rules/pod/probes/engine-path';
import { PROBE_ENGINE_PORT } from '../../../../lib/validation/rules/pod/probes/engine-port';
import { PROBE_PATIENCE } from '../../../../lib/validation/rules/pod/probes/patience';
import { PROBE_PORT_NAME } from '../../../../lib/validation/rules/pod/probes/port-name';
import { PROBE_READINESS } from '../../../../lib/validation/rules/pod/probes/readiness';
import { PROBE_READINESS_PORT } from '../../../../lib/validation/rules/pod/probes/readiness-port';
import { NODES_FULL, POD_NODE } from '../../../../lib/validation/rules/pod/resources/node';
import { SIMULATOR_DEVICE } from '../../../../lib/validation/rules/pod/resources/simulator-device';
import { POD_SIZE } from '../../../../lib/validation/rules/pod/resources/size';
import { SERVICE_LINKS } from '../../../../lib/validation/rules/pod/service-links';
import { VLLM_MEMORY } from '../../../../lib/validation/rules/pod/vllm/memory';
import { VLLM_SHARED_MEMORY } from '../../../../lib/validation/rules/pod/vllm/shared-memory';
import { VLLM_WRITABLE } from '../../../../lib/validation/rules/pod/vllm/writable';
import { DRAIN_RULES } from '../../../support/drain';

test('the severity of each rule: drain', () => {
  expect(Object.fromEntries([...DRAIN_RULES, DRAIN_PICKER].map(({ code, severity }) => [code, severity]))).toEqual({
    'LLMD-DRAIN-GRACE': 'error',
    'LLMD-DRAIN-SLACK': 'warning',
    'LLMD-DRAIN-PRE-STOP': 'warning',
    'LLMD-DRAIN-ENGINE': 'warning',
    'LLMD-DRAIN-NONE': 'note',
    'LLMD-EPP-DRAIN': 'warning',
  });
});

test('the severity of each rule: probes', () => {
  expect(
    Object.fromEntries(
      [
        PROBE_READINESS,
        PROBE_READINESS_PORT,
        PROBE_PATIENCE,
        PROBE_PORT_NAME,
        PROBE_ENGINE_PORT,
        PROBE_ENGINE_PATH,
      ].map(({ code, severity }) => [code, severity]),
    ),
  ).toEqual({
    'LLMD-PROBE-READINESS': 'warning',
    'LLMD-PROBE-READINESS-PORT': 'warning',
    'LLMD-PROBE-PATIENCE': 'warning',
    'LLMD-PROBE-PORT-NAME': 'error',
    'LLMD-PROBE-PORT': 'error',
    'LLMD-PROBE-PATH': 'warning',
  });
});

test('the severity of each rule: resources', () => {
  expect(
    Object.fromEntries(
      [POD_SIZE, POD_NODE, NODES_FULL, SIMULATOR_DEVICE].map(({ code, severity }) => [code, severity]),
    ),
  ).toEqual({
    'LLMD-POD-SIZE': 'warning',
    'LLMD-POD-NODE': 'error',
    'LLMD-POD-NODES-FULL': 'error',
    'LLMD-SIMULATOR-DEVICE': 'warning',
  });
});

test('the severity of each rule: vllm', () => {
  expect(
    Object.fromEntries(
      [SERVICE_LINKS, VLLM_MEMORY, VLLM_SHARED_MEMORY, VLLM_WRITABLE].map(({ code, severity }) => [code, severity]),
    ),
  ).toEqual({
    'LLMD-POD-SERVICE-LINKS': 'error',
    'LLMD-VLLM-MEMORY': 'error',
    'LLMD-VLLM-SHARED-MEMORY': 'warning',
    'LLMD-VLLM-WRITABLE': 'error',
  });
});
