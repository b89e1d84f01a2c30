import { listed } from '../../../text/wording';
import { type Fields, list, object, string } from '../shape';
import { metricSelector } from './metric-selector';
import type { ParameterViolation, PluginType } from './plugin-type';

const spec = string(metricSelector);

/** Parameters of the extractor of model server metrics, up to GAIE v1.4.0. */
export const ENGINE_FIELDS = {
  queuedRequestsSpec: spec,
  runningRequestsSpec: spec,
  kvUsageSpec: spec,
  loraSpec: spec,
  cacheInfoSpec: spec,
};

/** The same since GAIE v1.5.0. */
export const ENGINE_FIELDS_WITH_CACHE = {
  ...ENGINE_FIELDS,
  cacheBlockSizeSpec: spec,
  cacheNumBlocksSpec: spec,
  cacheBlockSizeLabelName: string(),
  cacheNumBlocksLabelName: string(),
};

/** The extractor of model server metrics: which metric of an engine means what. */
export function metricsExtractor<Known extends Fields>(fields: Known, builtIn: readonly string[]) {
  return {
    roles: ['extractor'],
    sourceTypes: ['metrics-data-source'],
    parameters: object({
      engineLabelKey: string(),
      defaultEngine: string(),
      engineConfigs: list(object({ name: string(), ...fields }, { required: ['name'] })),
    }),
    check: (parameters: any) => enginesViolations(parameters, builtIn),
  } satisfies PluginType;
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
