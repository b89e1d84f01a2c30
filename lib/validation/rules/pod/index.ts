import type { Rule } from '../../rule';
import { DISRUPTION_BUDGET } from './disruption-budget';
import { DRAIN_GRACE } from './drain/grace';
import { DRAIN_ENGINE, DRAIN_NONE, DRAIN_PRE_STOP } from './drain/halves';
import { DRAIN_PICKER } from './drain/picker';
import { DRAIN_SLACK } from './drain/slack';
import { IMAGE_FLOATING, IMAGE_REFERENCE } from './image';
import { PROBE_ENGINE_PATH } from './probes/engine-path';
import { PROBE_ENGINE_PORT } from './probes/engine-port';
import { PROBE_PATIENCE } from './probes/patience';
import { PROBE_PORT_NAME } from './probes/port-name';
import { PROBE_READINESS } from './probes/readiness';
import { PROBE_READINESS_PORT } from './probes/readiness-port';
import { NODES_FULL, POD_NODE } from './resources/node';
import { SIMULATOR_DEVICE } from './resources/simulator-device';
import { POD_SIZE } from './resources/size';
import { SECURITY_RULES } from './security';
import { SERVICE_LINKS } from './service-links';
import { VLLM_HOME } from './vllm/home';
import { VLLM_MEMORY } from './vllm/memory';
import { VLLM_SHARED_MEMORY } from './vllm/shared-memory';
import { VLLM_WRITABLE } from './vllm/writable';

/** Rules about pods at run time: drain, probes, security, sizes. */
export const POD_RULES: readonly Rule[] = [
  DRAIN_GRACE,
  DRAIN_SLACK,
  DRAIN_PRE_STOP,
  DRAIN_ENGINE,
  DRAIN_NONE,
  DRAIN_PICKER,
  PROBE_READINESS,
  PROBE_READINESS_PORT,
  PROBE_PATIENCE,
  PROBE_PORT_NAME,
  PROBE_ENGINE_PORT,
  PROBE_ENGINE_PATH,
  SERVICE_LINKS,
  POD_SIZE,
  POD_NODE,
  NODES_FULL,
  SIMULATOR_DEVICE,
  VLLM_MEMORY,
  VLLM_SHARED_MEMORY,
  VLLM_WRITABLE,
  VLLM_HOME,
  IMAGE_REFERENCE,
  IMAGE_FLOATING,
  DISRUPTION_BUDGET,
  ...SECURITY_RULES,
];
