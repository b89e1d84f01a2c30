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
