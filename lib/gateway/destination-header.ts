/**
 * The header in which the endpoint picker tells the proxy where to send a request. A client that sends it must not be
 * heard, or it could reach any address inside the cluster.
 */
export const DESTINATION_HEADER = 'x-gateway-destination-endpoint';
