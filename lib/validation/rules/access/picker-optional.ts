import type { Rule } from '../../rule';
import { lacking } from './picker-rights';

export const PICKER_OPTIONAL: Rule = {
  code: 'LLMD-EPP-ACCESS-OPTIONAL',
  severity: 'warning',
  title: 'The ServiceAccount of an endpoint picker has the rights that the picker needs in some clusters only',
  why: 'llm-d-router follows rewrites and objectives of the older API group where the cluster lacks the newer one, and hangs there without this right. With leader election it writes an event for each new leader; without the right no event shows the change.',
  check: (set) => lacking(set, false),
};
