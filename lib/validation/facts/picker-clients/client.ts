import type { EndpointPicker } from '../endpoint-pickers';

/** A client that speaks ext-proc with an endpoint picker, and its transport. */
export interface PickerClient {
  readonly picker: EndpointPicker;
  /** `unverified` and `verified` are TLS; a verified certificate must not be self-signed. */
  readonly speaks: 'plaintext' | 'unverified' | 'verified';
  /** Its name in messages: `Envoy, by its configuration in ConfigMap default/envoy,`. */
  readonly name: string;
}
