import { showPath } from '../../../../text/path';
import { showResource } from '../../../../api-server/resource';
import type { Rule } from '../../../rule';
import { audience, type RewriteRule, rewriteRules } from './models';

export const REWRITE_SAME_MODEL: Rule = {
  code: 'LLMD-REWRITE-SAME-MODEL',
  severity: 'error',
  title: 'One rule of a pool matches a model name',
  why:
    'Inside one rewrite the first rule wins and the others never apply. Between two rewrites the older one wins, and ' +
    'between two of the same second, as kubectl makes them, the order is undefined.',
  *check(set) {
    const first = new Map<string, RewriteRule>();
    for (const rule of set.view(rewriteRules)) {
      for (const { name, path } of rule.models) {
        const key = `${audience(rule)} ${name}`;
        const other = first.get(key);
        if (other === undefined) {
          first.set(key, rule);
          continue;
        }
        yield {
          resource: rule.resource,
          path,
          message: `${JSON.stringify(name)} is matched by ${whose(other, rule)} already`,
          remedy: 'remove it from one of them',
        };
      }
    }
  },
};

/** How a rule calls another one. */
export function whose(other: RewriteRule, rule: RewriteRule): string {
  const position = showPath(other.path);
  return other.resource === rule.resource ? position : `${position} of ${showResource(other.resource)}`;
}
