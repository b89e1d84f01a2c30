import { refuse } from '../errors';
import { type Checks, type Where } from '../options/check';
import { boolean, numberLike, whole } from '../options/checks';

/** The calls that the simulator makes up for requests with tools. */
export interface SimulatorToolCallOptions {
  /**
   * Least value of a whole number.
   * @default 0
   */
  readonly minToolCallIntegerParam?: number;
  /**
   * Greatest value of a whole number.
   * @default 100
   */
  readonly maxToolCallIntegerParam?: number;
  /**
   * Least value of a number.
   * @default 0
   */
  readonly minToolCallNumberParam?: number;
  /**
   * Greatest value of a number.
   * @default 100
   */
  readonly maxToolCallNumberParam?: number;
  /**
   * Least length of an array.
   * @default 1
   */
  readonly minToolCallArrayParamLength?: number;
  /**
   * Greatest length of an array.
   * @default 5
   */
  readonly maxToolCallArrayParamLength?: number;
  /**
   * Probability of a parameter that is not required, in percent.
   * @default 50
   */
  readonly toolCallNotRequiredParamProbability?: number;
  /**
   * Probability of a field that is not required in an object, in percent.
   * @default 50
   */
  readonly objectToolCallNotRequiredFieldProbability?: number;
  /**
   * Probability of one more call, in percent, drawn again until it fails or all tools are called. Not in v0.10.2.
   * @default 45
   */
  readonly toolCallExtraCallProbability?: number;
  /**
   * Whether schemas of tools are taken as they are, as vLLM does. Not in v0.10.2.
   * @default false
   */
  readonly skipToolValidation?: boolean;
}

const INT = whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
const FINITE = numberLike(Number.isFinite, 'a number');
/** A probability in percent. */
export const PERCENT = whole(0, 100);

export const TOOL_CALL_CHECKS: Checks<SimulatorToolCallOptions> = {
  minToolCallIntegerParam: INT,
  maxToolCallIntegerParam: INT,
  minToolCallNumberParam: FINITE,
  maxToolCallNumberParam: FINITE,
  minToolCallArrayParamLength: whole(0),
  maxToolCallArrayParamLength: whole(0),
  toolCallNotRequiredParamProbability: PERCENT,
  objectToolCallNotRequiredFieldProbability: PERCENT,
  toolCallExtraCallProbability: PERCENT,
  skipToolValidation: boolean,
};

/** Refuses a least value above the greatest one, with which the simulator does not start. */
export function checkToolCallLimits(where: Where, options: SimulatorToolCallOptions): void {
  const { minToolCallIntegerParam = 0, maxToolCallIntegerParam = 100 } = options;
  const { minToolCallNumberParam = 0, maxToolCallNumberParam = 100 } = options;
  const { minToolCallArrayParamLength = 1, maxToolCallArrayParamLength = 5 } = options;
  checkLimits(where, { minToolCallIntegerParam, maxToolCallIntegerParam });
  checkLimits(where, { minToolCallNumberParam, maxToolCallNumberParam });
  checkLimits(where, { minToolCallArrayParamLength, maxToolCallArrayParamLength });
}

function checkLimits(where: Where, limits: { readonly [option: string]: number }): void {
  const [[leastName, least], [mostName, most]] = Object.entries(limits);
  if (least > most) {
    refuse(where, {
      code: 'LLMD-SIMULATOR-LIMITS',
      got: `${leastName} ${least} and ${mostName} ${most}`,
      expected: `${leastName} up to ${mostName}`,
      remedy: `lower ${leastName}, or raise ${mostName}`,
    });
  }
}
