import type { Rule } from '../../../rule';
import { rewriteRules } from './models';

export const REWRITE_WEIGHTS: Rule = {
  code: 'LLMD-REWRITE-WEIGHTS',
  severity: 'error',
  title: 'Either every target of a rewrite rule has a weight, or none has',
  why: 'A target without a weight beside one with a weight never gets a request; the endpoint picker only logs a warning.',
  *check(set) {
    for (const { resource, targets } of set.view(rewriteRules)) {
      if (targets.every(({ weight }) => weight === undefined)) continue;
      for (const { model, weight, path } of targets) {
        if (weight !== undefined) continue;
        yield {
          resource,
          path,
          message: `the target ${JSON.stringify(model ?? '')} has no weight, and others of the rule have one`,
          remedy: 'add a weight of 1 or more, or leave out the target that shall get nothing',
        };
      }
    }
  },
};
