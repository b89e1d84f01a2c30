import type { Rule } from '../../../rule';
import { rewriteRules } from './models';

export const REWRITE_NO_TARGET: Rule = {
  code: 'LLMD-REWRITE-NO-TARGET',
  severity: 'error',
  title: 'A rewrite rule has targets with names',
  why: 'The API server accepts a rule without targets, and the endpoint picker then asks for a model without a name: 404.',
  *check(set) {
    const remedy = 'name a model that the pool serves';
    for (const { resource, targets, path } of set.view(rewriteRules)) {
      if (targets.length === 0) {
        yield { resource, path: [...path, 'targets'], message: 'the rule has no targets', remedy };
      }
      for (const target of targets) {
        if (target.model !== '') continue;
        yield { resource, path: [...target.path, 'modelRewrite'], message: 'the target has no name', remedy };
      }
    }
  },
};
