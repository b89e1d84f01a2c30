import type { IConstruct } from 'constructs';
import { refuse } from '../errors';
import { show } from '../text/wording';
import { anyNumber, anyText, listOf, optionsOf, required } from '../options/checks';

/** A model to which requests are sent. */
export interface RewriteTarget {
  /** Name under which the model servers serve it, or the name of a LoRA adapter. */
  readonly model: string;
  /**
   * Share of the requests, 1 to 1,000,000, in relation to the other targets of the rule.
   * @default - all targets of the rule get the same share
   */
  readonly weight?: number;
}

/** Where requests for some model names are sent. */
export interface RewriteRule {
  /**
   * Names that clients ask for, compared letter by letter.
   * @default - every name that no other rule matches
   */
  readonly models?: string[];
  /** Where these requests go. */
  readonly targets: RewriteTarget[];
}

/** Checks the types in a list of rules; `refuseBadRules` checks what they say. */
export const rewriteRules = listOf(
  optionsOf<RewriteRule>({
    models: listOf(anyText),
    targets: required(listOf(optionsOf<RewriteTarget>({ model: required(anyText), weight: anyNumber }))),
  }),
);

/** Refuses rules that the endpoint picker would ignore, or would read in another way than they are meant. */
export function refuseBadRules(where: IConstruct, rules: readonly RewriteRule[]): void {
  const names = rules.flatMap(({ models }) => models ?? []);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (rules.length === 0) {
    refuse(where, { code: 'LLMD-REWRITE-RULES', got: 'no rules', expected: 'at least one', remedy: 'add a rule' });
  }
  if (twice !== undefined) {
    refuse(where, {
      code: 'LLMD-REWRITE-MODEL-TWICE',
      got: `the model ${show(twice)} in two places`,
      expected: 'each name once',
      remedy: 'remove one of them: only the first would count',
    });
  }
  if (rules.filter(({ models }) => models === undefined).length > 1) {
    refuse(where, {
      code: 'LLMD-REWRITE-CATCH-ALL-TWICE',
      got: 'two rules without models',
      expected: 'one at the most',
      remedy: 'merge them: only the first would count',
    });
  }
  if (rules.some(({ models }) => models?.length === 0)) {
    refuse(where, {
      code: 'LLMD-REWRITE-MODELS',
      got: 'an empty list of models',
      expected: 'at least one name',
      remedy: 'leave models out to match every name',
    });
  }
  if (names.includes('')) {
    refuse(where, {
      code: 'LLMD-REWRITE-MODEL',
      got: 'an empty name in models',
      expected: 'a name that clients ask for',
      remedy: 'remove it, or leave models out to match every name',
    });
  }
  rules.forEach(({ targets }) => refuseBadTargets(where, targets));
}

function refuseBadTargets(where: IConstruct, targets: readonly RewriteTarget[]): void {
  const got = show(targets);
  const weights = targets.flatMap(({ weight }) => weight ?? []);
  if (targets.length === 0) {
    refuse(where, {
      code: 'LLMD-REWRITE-TARGETS',
      got,
      expected: 'at least one target',
      remedy: 'name a model that the pool serves',
    });
  }
  if (targets.some(({ model }) => model === '')) {
    refuse(where, {
      code: 'LLMD-REWRITE-TARGET-MODEL',
      got,
      expected: 'a model name in each target',
      remedy: 'name a model that the pool serves',
    });
  }
  if (weights.length > 0 && weights.length < targets.length) {
    refuse(where, {
      code: 'LLMD-REWRITE-WEIGHT-MISSING',
      got,
      expected: 'a weight on every target or on none',
      remedy: 'add the missing weights: the endpoint picker would never pick those targets',
    });
  }
  if (weights.some((weight) => !Number.isInteger(weight) || weight < 1 || weight > 1_000_000)) {
    refuse(where, {
      code: 'LLMD-REWRITE-WEIGHT-RANGE',
      got,
      expected: 'whole weights from 1 to 1,000,000',
      remedy: 'leave out a target that is to get no requests',
    });
  }
}
