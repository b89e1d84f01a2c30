import type { EndpointPicker } from '../endpoint-pickers';

/** Somebody who speaks ext-proc with an endpoint picker, and how. */
export interface PickerClient {
  readonly picker: EndpointPicker;
  /** `unverified` and `verified` are TLS; a verified certificate must not be self-signed. */
  readonly speaks: 'plaintext' | 'unverified' | 'verified';
  /** Who it is: `Envoy, by its configuration in ConfigMap default/envoy,`. */
  readonly name: string;
}
