/** Properties of the plugin in cdk8s.yaml. */
export interface LlmdValidationProps {
  /**
   * Whether the app makes everything that its objects refer to: a reference to anything else is an error then.
   * @default false
   */
  readonly closed?: boolean;
  /**
   * The endpoint picker's release, for example `gaie-v1.5.0`.
   * @default - the one of the endpoint picker's image, else the current release
   */
  readonly release?: string;
  /**
   * Codes of diagnostics that are accepted, each with a reason.
   * @default - none
   */
  readonly ignore?: { readonly [code: string]: string };
  /**
   * Whether warnings fail the synth, as errors do.
   * @default false
   */
  readonly strict?: boolean;
}

/** The fields of the plugin's context that are used here. Source: cdk8s-cli 2.207, lib/plugins/validation.d.ts. */
export interface PluginContext {
  /** Paths of the files that were written. */
  readonly manifests: readonly string[];
  readonly report: {
    addViolation(violation: PluginViolation): void;
    submit(status: 'success' | 'failure', metadata?: { readonly [key: string]: string }): void;
  };
}

export interface PluginViolation {
  readonly ruleName: string;
  readonly recommendation: string;
  readonly fix: string;
  readonly violatingResources: readonly {
    readonly resourceName: string;
    readonly locations: readonly string[];
    readonly manifestPath: string;
  }[];
}
