/*
 * Ports of the endpoint picker, the same in every release: the defaults of its flags, and what its container, its
 * Service, its probes and endpointPickerRef have.
 */
export const EXT_PROC_PORT = 9002;
export const GRPC_HEALTH_PORT = 9003;
export const METRICS_PORT = 9090;
