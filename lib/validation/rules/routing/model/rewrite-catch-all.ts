import type { Rule } from '../../../rule';
import { audience, type RewriteRule, rewriteRules } from './models';
import { whose } from './rewrite-same-model';

export const REWRITE_CATCH_ALL: Rule = {
  code: 'LLMD-REWRITE-CATCH-ALL',
  severity: 'error',
  title: 'One rule of a pool matches every model name',
  why:
    'A rule without matches takes what no other rule matches. Of two of them one never applies, and between two ' +
    'rewrites of the same second it is undefined which.',
  *check(set) {
    const first = new Map<string, RewriteRule>();
    for (const rule of set.view(rewriteRules)) {
      if (rule.models.length > 0) continue;
      const other = first.get(audience(rule));
      if (other === undefined) {
        first.set(audience(rule), rule);
        continue;
      }
      yield {
        resource: rule.resource,
        path: rule.path,
        message: `the rule matches every model name, and so does ${whose(other, rule)}`,
        remedy: 'give one of them matches, or merge their targets',
      };
    }
  },
};
