/**
 * The header in which the endpoint picker tells the proxy where to send a request. It must be removed from the requests
 * of clients, who could reach any address inside the cluster with it.
 */
export const DESTINATION_HEADER = 'x-gateway-destination-endpoint';

/** How long a proxy waits for the picker, which may queue a request. The charts' number; Envoy's default is 200 ms. */
export const PICKER_TIMEOUT = '1000s';
