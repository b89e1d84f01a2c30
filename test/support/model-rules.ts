import { documents, rewrite } from './rule-objects';
import { MODEL_RULES } from '../../lib/validation/rules/routing/model';
import { messages } from './diagnostics';
import { parseObjects } from './objects';

/* Rewrites and objectives for the tests of the rules about model names. */

/** The violations of the rules about model names in YAML, as `messages` has them. */
export const modelMessages = (yaml: string[], options?: { release?: string }) =>
  messages(MODEL_RULES, parseObjects(documents(...yaml)), options);

/** The API group before `llm-d.ai`. */
export const LEGACY_GROUP = 'inference.networking.x-k8s.io';

/** The rules of a rewrite without any. */
export const NO_RULES = '[]';

/** An InferenceObjective. */
export const objective = (name: string, group = 'llm-d.ai', ref = '{ name: opt }') =>
  rewrite({ name, group, poolRef: ref, rules: NO_RULES })
    .replace('InferenceModelRewrite', 'InferenceObjective')
    .replace('rules: []', 'priority: 1');

/** An InferenceModelRewrite with these rules. */
export const rewriteOf = (...list: string[]) => rewrite({ rules: `[${list.join(', ')}]` });

/** A rule of it. */
export const ruleOf = (models: string[], targets: string) =>
  `{ ${models.length > 0 ? `matches: [${models.map((value) => `{ model: { value: ${value} } }`).join(', ')}], ` : ''}targets: [${targets}] }`;

/** A target of a rule. */
export const to = (model: string, weight?: number) =>
  `{ modelRewrite: ${model}${weight === undefined ? '' : `, weight: ${weight}`} }`;
