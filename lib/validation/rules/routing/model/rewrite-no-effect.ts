import type { ResourceSet } from '../../../resource-set';
import type { Rule } from '../../../rule';
import { audience, rewriteRules } from './models';

export const REWRITE_NO_EFFECT: Rule = {
  code: 'LLMD-REWRITE-NO-EFFECT',
  severity: 'warning',
  title: 'A rewrite rule leads to another name than the one that it matches',
  why: 'The request leaves as it came, unless the pool has a rule for every name, from which this one is an exception.',
  *check(set) {
    const exceptions = set.view(audiencesWithCatchAll);
    for (const rule of set.view(rewriteRules)) {
      const { resource, models, targets, path } = rule;
      const names = new Set([...models.map(({ name }) => name), ...targets.map(({ model }) => model)]);
      if (models.length === 0 || targets.length === 0 || names.size > 1 || exceptions.has(audience(rule))) continue;
      yield {
        resource,
        path,
        message: `${JSON.stringify(models[0].name)} is rewritten to itself`,
        remedy: 'remove the rule, or write the name that the model servers serve',
      };
    }
  },
};

function audiencesWithCatchAll(set: ResourceSet): ReadonlySet<string> {
  return new Set(set.view(rewriteRules).flatMap((rule) => (rule.models.length === 0 ? audience(rule) : [])));
}
