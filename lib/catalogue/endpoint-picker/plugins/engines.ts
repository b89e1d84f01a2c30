import { listed } from '../../../text/wording';
import { list, object, type ObjectShape, string } from '../shape';
import { metricSelector } from './metric-selector';
import type { ParameterViolation, PluginType } from './plugin-type';

const selectors = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, string(metricSelector)])) as ObjectShape['fields'];

const SPECS = ['queuedRequestsSpec', 'runningRequestsSpec', 'kvUsageSpec', 'loraSpec', 'cacheInfoSpec'];
const CACHE_SPECS = ['cacheBlockSizeSpec', 'cacheNumBlocksSpec'];
const LABEL_NAMES = { cacheBlockSizeLabelName: string(), cacheNumBlocksLabelName: string() };

/** Parameters of the extractor of model server metrics, up to GAIE v1.4.0 and after. */
export const ENGINE_FIELDS = selectors(SPECS);
export const ENGINE_FIELDS_WITH_CACHE = { ...selectors([...SPECS, ...CACHE_SPECS]), ...LABEL_NAMES };

/** The extractor of model server metrics: which metric of an engine says what. */
export function metricsExtractor(fields: ObjectShape['fields'], builtIn: readonly string[]): PluginType {
  return {
    is: ['extractor'],
    reads: ['metrics-data-source'],
    parameters: object({
      engineLabelKey: string(),
      defaultEngine: string(),
      engineConfigs: list(object({ name: string(), ...fields }, { required: ['name'] })),
    }),
    check: (parameters) => enginesViolations(parameters, builtIn),
  };
}

function* enginesViolations(
  { defaultEngine = '', engineConfigs = [] }: { defaultEngine?: string; engineConfigs?: { name?: string }[] },
  builtIn: readonly string[],
): Iterable<ParameterViolation> {
  const names = new Set<string>();
  for (const [index, { name = '' }] of engineConfigs.entries()) {
    const at = ['engineConfigs', index, 'name'];
    if (name === 'default') {
      yield { at, message: 'an engine cannot be called default, which is a reserved word', remedy: 'name the engine' };
    } else if (names.has(name)) {
      yield { at, message: `engine ${name} is there twice`, remedy: 'keep one of them' };
    }
    names.add(name);
  }
  const engines = new Set([...builtIn, ...names]);
  if (defaultEngine !== '' && !engines.has(defaultEngine)) {
    const message = `there is no engine ${defaultEngine}, but ${listed([...engines])}`;
    yield { at: ['defaultEngine'], message, remedy: 'name one of these, or add it to engineConfigs' };
  }
}
