/** Ports of the endpoint picker, the same in its flags, container, Service, probes and in endpointPickerRef. */
export const EXT_PROC_PORT = 9002;
export const GRPC_HEALTH_PORT = 9003;
export const METRICS_PORT = 9090;
