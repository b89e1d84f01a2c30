import type { Path } from '../../../text/path';
import type { ObjectShape } from '../shape';

/** What a plugin can be used as. One plugin may be several things. */
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
  readonly is: readonly Role[];
  /** Undefined for a plugin that looks at none. */
  readonly parameters?: ObjectShape;
  /** Whether another plugin gets its parameters, and it looks at none itself. */
  readonly passesParametersOn?: boolean;
  /** Whether it refuses to be without `parameters`. */
  readonly needsParameters?: boolean;
  /** What it checks across its parameters, which have the right types here. */
  readonly check?: (parameters: any) => Iterable<ParameterViolation>;
  /** For an extractor: the types of the sources that it can read. */
  readonly reads?: readonly string[];
  /** What it writes on endpoints for other plugins, and what it wants to find there. */
  readonly produces?: readonly Data[];
  readonly consumes?: readonly Data[];
  /** Whether it needs `--allow-experimental-plugins`. */
  readonly alpha?: boolean;
  /** What to do instead of using it, where it will be removed. */
  readonly deprecated?: string;
  /** Parameters that will be removed, with what to do instead of each. */
  readonly deprecatedParameters?: { readonly [name: string]: string };
}

export type Data = 'PrefixCacheMatchInfo' | 'InFlightLoad' | 'LatencyPredictionInfo';

export interface ParameterViolation {
  /** Place in the parameters. */
  readonly at: Path;
  readonly message: string;
  readonly remedy: string;
}

/** The plugin types of a release. */
export type Catalogue = { readonly [type: string]: PluginType };
