import { Yaml } from 'cdk8s';
import { refuse } from '../errors';
import { show } from '../text/wording';
import type { Release } from '../catalogue/endpoint-picker/release';
import { type Checks, checkedOptions } from '../options/check';
import { anyNumber, yaml } from '../options/checks';

/** Weights of the scorers of `EndpointPickerConfig.weighted`. A weight of 0 leaves the scorer out. */
export interface ScorerWeights {
  /**
   * Prefers pods with few waiting requests.
   * @default 2
   */
  readonly queue?: number;
  /**
   * Prefers pods with much free KV cache.
   * @default 2
   */
  readonly kvCacheUtilization?: number;
  /**
   * Prefers pods that have the beginning of the prompt in their cache.
   * @default 3
   */
  readonly prefixCache?: number;
}

const WEIGHTS: Checks<ScorerWeights> = { queue: anyNumber, kvCacheUtilization: anyNumber, prefixCache: anyNumber };

/** The configuration file of an endpoint picker, which decides how it picks a pod for a request. */
export class EndpointPickerConfig {
  /** One profile of three scorers. The default weights are those of the endpoint picker and of its charts. */
  static weighted(weights: ScorerWeights = {}): EndpointPickerConfig {
    checkedOptions('EndpointPickerConfig.weighted', weights, WEIGHTS);
    const all: [string, number][] = [
      ['queue-scorer', weights.queue ?? 2],
      ['kv-cache-utilization-scorer', weights.kvCacheUtilization ?? 2],
      ['prefix-cache-scorer', weights.prefixCache ?? 3],
    ];
    const scorers = all.filter(([, weight]) => weight !== 0);
    if (scorers.length === 0 || scorers.some(([, weight]) => !(weight > 0 && Number.isFinite(weight)))) {
      refuse('EndpointPickerConfig.weighted', {
        code: 'LLMD-EPP-WEIGHTS',
        got: `the weights ${show(Object.fromEntries(all))}`,
        expected: 'numbers of 0 or more, at least one of them above 0',
        remedy: 'leave the weights out for the default',
      });
    }
    return new EndpointPickerConfig({
      plugins: scorers.map(([type]) => ({ type })),
      schedulingProfiles: [{ name: 'default', plugins: scorers.map(([pluginRef, weight]) => ({ pluginRef, weight })) }],
    });
  }

  /** Any configuration, as in YAML, without apiVersion and kind, which depend on the release. */
  static custom(config: { [key: string]: any }): EndpointPickerConfig {
    yaml('EndpointPickerConfig.custom', 'config', config);
    return new EndpointPickerConfig(config);
  }

  private constructor(private readonly config: { [key: string]: any }) {}

  /** @internal */
  _toYaml(release: Release): string {
    return Yaml.stringify({ apiVersion: release.configApiVersion, kind: 'EndpointPickerConfig', ...this.config });
  }
}
