import { objectName } from '../kubernetes/option-checks';
import type { Checks } from '../options/check';
import { required } from '../options/checks';

/** A Gateway that exists already. */
export interface GatewayReference {
  /** Name of the Gateway. */
  readonly name: string;
  /**
   * Its namespace.
   * @default - the pool's
   */
  readonly namespace?: string;
  /**
   * The listener to attach to.
   * @default - all listeners that admit the route
   */
  readonly sectionName?: string;
}

/** Checks of `GatewayReference`. */
export const GATEWAY_REFERENCE_CHECKS: Checks<GatewayReference> = {
  name: required(objectName),
  namespace: objectName,
  sectionName: objectName,
};
