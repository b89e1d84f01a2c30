import {
  boolean,
  integer,
  list,
  number,
  object,
  oneOf,
  string,
  atLeast,
  above,
  between,
  type Constraint,
} from '../shape';
import { celViolation } from './cel-expression';
import type { ParameterViolation, PluginType, Role } from './plugin-type';

/* Plugin types that are the same in several releases. */

/** A plugin without parameters. */
export const plain = (...roles: readonly Role[]) => ({ roles }) satisfies PluginType;

export const picker = { roles: ['picker'], parameters: object({ maxNumOfEndpoints: integer() }) } satisfies PluginType;

export const metricsDataSource = {
  roles: ['data source'],
  parameters: object({
    scheme: string(oneOf('http', 'https')),
    path: string(),
    insecureSkipVerify: boolean,
  }),
} satisfies PluginType;

export const k8sNotificationSource = {
  roles: ['data source'],
  parameters: object({ group: string(), version: string(), kind: string() }, { required: ['version', 'kind'] }),
} satisfies PluginType;

const exactlyOne: Constraint<readonly unknown[]> = {
  expected: 'a list of exactly one',
  holds: (items) => items.length === 1,
};

export const requestAttributeReporter = {
  roles: ['request control'],
  parameters: object(
    {
      attributes: list(
        object(
          {
            key: object({ namespace: string(), name: string() }, { required: ['name'] }),
            expression: string(),
            condition: string(),
          },
          { required: ['key', 'expression'] },
        ),
        exactlyOne,
      ),
    },
    { required: ['attributes'] },
  ),
  *check({ attributes: [attribute = {}] = [] }): Iterable<ParameterViolation> {
    for (const field of ['expression', 'condition']) {
      const violation = attribute[field] ? celViolation(attribute[field]) : undefined;
      if (violation !== undefined) {
        const message = `${JSON.stringify(attribute[field])} is no CEL over \`usage\`: ${violation}`;
        yield { at: ['attributes', 0, field], message, remedy: 'correct the expression' };
      }
    }
  },
} satisfies PluginType;

export const staticUsageLimitPolicy = {
  roles: ['usage limit policy'],
  parameters: object({ threshold: number() }),
} satisfies PluginType;

export const predictedLatencyScorerFields = {
  samplingMean: number(above(0)),
  maxSampledTokens: integer(atLeast(0)),
  sloBufferFactor: number(above(0)),
  negHeadroomTTFTWeight: number(atLeast(0)),
  negHeadroomTPOTWeight: number(atLeast(0)),
  headroomTTFTWeight: number(atLeast(0)),
  headroomTPOTWeight: number(atLeast(0)),
  headroomSelectionStrategy: string(),
  compositeKVWeight: number(atLeast(0)),
  compositeQueueWeight: number(atLeast(0)),
  compositePrefixWeight: number(atLeast(0)),
  epsilonExploreSticky: number(between(0, 1)),
  epsilonExploreNeg: number(between(0, 1)),
  affinityGateTau: number(between(0, 1)),
  affinityGateTauGlobal: number(between(0, 1)),
  // Nanoseconds.
  contextTTL: integer(),
  selectionMode: string(),
  streamingMode: boolean,
  endpointRoleLabel: string(),
};

/** The old size of a block, in characters, counts for nothing, and alone it is refused. */
export function* blockSizeViolations({ blockSize = 0, blockSizeTokens = 0 }: any): Iterable<ParameterViolation> {
  if (blockSize > 0 && blockSizeTokens <= 0) {
    const message = 'blockSize is given, which is deprecated, and blockSizeTokens is not above 0';
    yield { at: ['blockSize'], message, remedy: 'write blockSizeTokens: the size of a block in tokens, as in vLLM' };
  }
}
