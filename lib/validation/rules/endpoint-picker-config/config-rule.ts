import type { ConfigCode } from '../../endpoint-picker-config/problem';
import type { Rule, RuleDoc } from '../../rule';
import { configViolations } from '../../views/endpoint-picker-configs';

/** A rule about the configuration file of endpoint pickers: they are read once, for all of these rules together. */
export function configRule(doc: RuleDoc & { readonly code: ConfigCode }): Rule {
  return { ...doc, check: (set) => set.view(configViolations).get(doc.code) ?? [] };
}
