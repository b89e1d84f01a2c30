import { API_SERVER_EXAMPLES } from '../../api-server/examples';
import type { Examples } from '../../api-server/example';
import { ACCESS_EXAMPLES } from './access/examples';
import { ENDPOINT_PICKER_CONFIG_EXAMPLES } from './endpoint-picker-config/examples';
import { ENDPOINT_PICKER_EXAMPLES } from './endpoint-picker/examples';
import { MONITORING_EXAMPLES } from './monitoring/examples';
import { NETWORK_EXAMPLES } from './network/examples';
import { POD_DRAIN_EXAMPLES } from './pod/drain/examples';
import { POD_EXAMPLES } from './pod/examples';
import { POD_PROBES_EXAMPLES } from './pod/probes/examples';
import { POD_RESOURCES_EXAMPLES } from './pod/resources/examples';
import { POD_SECURITY_EXAMPLES } from './pod/security/examples';
import { POD_VLLM_EXAMPLES } from './pod/vllm/examples';
import { REFERENCES_EXAMPLES } from './references/examples';
import { ROUTING_BACKEND_EXAMPLES } from './routing/backend/examples';
import { ROUTING_MODEL_EXAMPLES } from './routing/model/examples';
import { ROUTING_PICKER_EXAMPLES } from './routing/picker/examples';
import { ROUTING_POOL_EXAMPLES } from './routing/pool/examples';
import { ROUTING_ROUTE_EXAMPLES } from './routing/route/examples';
import { ROUTING_SERVICE_EXAMPLES } from './routing/service/examples';
import { SET_EXAMPLES } from './set/examples';
import { VLLM_EXAMPLES } from './vllm/examples';

/** The example of every rule that has one, by code. */
export const EXAMPLES: Examples = {
  ...API_SERVER_EXAMPLES,
  ...ACCESS_EXAMPLES,
  ...ENDPOINT_PICKER_CONFIG_EXAMPLES,
  ...ENDPOINT_PICKER_EXAMPLES,
  ...MONITORING_EXAMPLES,
  ...NETWORK_EXAMPLES,
  ...POD_DRAIN_EXAMPLES,
  ...POD_EXAMPLES,
  ...POD_PROBES_EXAMPLES,
  ...POD_RESOURCES_EXAMPLES,
  ...POD_SECURITY_EXAMPLES,
  ...POD_VLLM_EXAMPLES,
  ...REFERENCES_EXAMPLES,
  ...ROUTING_BACKEND_EXAMPLES,
  ...ROUTING_MODEL_EXAMPLES,
  ...ROUTING_PICKER_EXAMPLES,
  ...ROUTING_POOL_EXAMPLES,
  ...ROUTING_ROUTE_EXAMPLES,
  ...ROUTING_SERVICE_EXAMPLES,
  ...SET_EXAMPLES,
  ...VLLM_EXAMPLES,
};
