import type { Path } from '../../../text/path';
import type { Infer, ObjectShape } from '../shape';

/** What a plugin can be used as. One plugin may have several roles. */
export type Role =
  | 'filter'
  | 'scorer'
  | 'picker'
  | 'profile handler'
  | 'decider'
  | 'data source'
  | 'extractor'
  | 'discovery'
  | 'cross-replica syncer'
  | 'parser'
  | 'saturation detector'
  | 'fairness policy'
  | 'ordering policy'
  | 'usage limit policy'
  | 'eviction policy'
  | 'request control';

/** A plugin type, as one release of the endpoint picker registers it. */
export interface PluginType {
  readonly roles: readonly Role[];
  /** Left out for a plugin that has no parameters. */
  readonly parameters?: ObjectShape;
  /** Whether it hands its parameters to a plugin that the endpoint picker makes for it, and reads none itself. */
  readonly forwardsParameters?: boolean;
  /** Whether it refuses to be without `parameters`, as every type with a required parameter does anyway. */
  readonly needsParameters?: boolean;
  /** Checks several parameters together. Each of them has passed its shape. */
  readonly check?: (parameters: any) => Iterable<ParameterViolation>;
  /** For an extractor: the types of the data sources that it can read. */
  readonly sourceTypes?: readonly string[];
  /** Data that it writes on endpoints for other plugins. */
  readonly produces?: readonly EndpointData[];
  /** Data that it expects on endpoints, from other plugins. */
  readonly consumes?: readonly EndpointData[];
  /** Whether it needs `--allow-experimental-plugins`. */
  readonly alpha?: boolean;
  /** What to do instead of using it, where it will be removed. */
  readonly deprecated?: string;
  /** Parameters that will be removed, with what to do instead of each. A dot leads into one: `a.b`. */
  readonly deprecatedParameters?: { readonly [name: string]: string };
}

/** Whether a plugin of this type refuses to be without `parameters`. */
export function needsParameters({ needsParameters = false, parameters }: PluginType): boolean {
  return needsParameters || (parameters?.required ?? []).length > 0;
}

/** The TypeScript type of the `parameters` of a plugin type. */
export type ParametersOf<Type extends { readonly parameters: ObjectShape }> = Infer<Type['parameters']>;

export type EndpointData = 'PrefixCacheMatchInfo' | 'InFlightLoad' | 'LatencyPredictionInfo';

/** What is wrong with the parameters of a plugin. */
export interface ParameterViolation {
  /** Place in the parameters. */
  readonly at: Path;
  readonly message: string;
  readonly remedy: string;
}

/** The plugin types of a release, by name. */
export interface PluginTypes {
  readonly [type: string]: PluginType;
}
