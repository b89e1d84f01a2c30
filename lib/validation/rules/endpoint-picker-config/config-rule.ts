import type { ConfigCode } from '../../../endpoint-picker-config/violation';
import type { Rule } from '../../rule';
import type { RuleDoc } from '../../../api-server/rule-doc';
import { configViolations } from '../../facts/endpoint-picker-configs';

/** The documentation of a code that the loader of the configuration reports. */
export interface ConfigDoc extends RuleDoc {
  readonly code: ConfigCode;
}

/** The rule with this code. A configuration is read once, for all of these rules together. */
export function configRule(doc: ConfigDoc): Rule {
  return { ...doc, check: (set) => set.view(configViolations).get(doc.code) ?? [] };
}
