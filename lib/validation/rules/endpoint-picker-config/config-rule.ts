import type { ConfigCode } from '../../../endpoint-picker-config/violation';
import type { Rule } from '../../rule';
import type { RuleDoc } from '../../../api-server/rule-doc';
import { configViolations } from '../../facts/endpoint-picker-configs';

/** A rule about the configuration file of endpoint pickers: they are read once, for all of these rules together. */
export function configRule(doc: RuleDoc & { readonly code: ConfigCode }): Rule {
  return { ...doc, check: (set) => set.view(configViolations).get(doc.code) ?? [] };
}
