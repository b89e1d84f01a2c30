import type { Rule } from '../rule';
import type { RuleDoc } from '../../api-server/rule-doc';
import { dangles } from './existence';
import { lacking } from './lacking';
import { isSelection } from './reference';
import { references } from './references';
import { showSelector } from '../../api-server/selector-text';

/** A rule about the selector of a kind that matches no pods of its namespace. */
export function selectingNoPods({
  kind,
  remedy,
  ...doc
}: Omit<RuleDoc, 'severity'> & { readonly kind: string; readonly remedy: string }): Rule {
  return {
    ...doc,
    severity: 'error-when-closed',
    *check(set) {
      for (const reference of set.view(references)) {
        const { from, path, relation, to } = reference;
        if (from.kind !== kind || relation !== 'selector' || !isSelection(to) || !dangles(set, reference)) continue;
        const wanted = showSelector(to.selector);
        const near = lacking(set, from.namespace!, to.selector.matchLabels);
        yield {
          resource: from,
          path,
          message: `no pods in namespace ${from.namespace} have ${wanted || 'any labels'}${near}`,
          remedy,
        };
      }
    },
  };
}
