/** 1.36 or later: 1.35 refuses a fail-open ext_proc with full-duplex bodies. */
export const ENVOY_IMAGE = 'docker.io/envoyproxy/envoy:distroless-v1.40.0';
