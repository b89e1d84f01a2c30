/** Ports of the endpoint picker, for its flags, container, Service and probes, and for endpointPickerRef. */
export const EXT_PROC_PORT = 9002;
export const GRPC_HEALTH_PORT = 9003;
export const METRICS_PORT = 9090;
