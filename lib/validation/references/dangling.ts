import { grouped } from '../../text/grouped';
import { showResource } from '../../api-server/resource';
import type { ResourceSet } from '../resource-set';
import type { Rule } from '../rule';
import type { RuleDoc } from '../../api-server/rule-doc';
import { dangles } from './existence';
import { rightGroup } from './kind-groups';
import { instead } from './nearby';
import { isSelection, type Reference, type Relation } from './reference';
import { references } from './references';
import { own } from '../../text/own';

/** References of one purpose have a code of their own. */
const CODES_BY_RELATION: { readonly [relation in Relation]?: string } = {
  '--pool-name': 'LLMD-EPP-POOL-MISSING',
  backendRef: 'LLMD-BACKEND-MISSING',
  endpointPickerRef: 'LLMD-EPP-SERVICE-MISSING',
  parametersRef: 'LLMD-PARAMETERS-MISSING',
  parentRef: 'LLMD-ROUTE-PARENT-MISSING',
  poolRef: 'LLMD-POOL-REF-MISSING',
  scaleTargetRef: 'LLMD-SCALE-TARGET-MISSING',
  targetRef: 'LLMD-POLICY-TARGET-MISSING',
};

/** Of the others, those to a frequent kind. */
const CODES_BY_KIND: { readonly [kind: string]: string | undefined } = {
  ClusterRole: 'LLMD-ROLE-MISSING',
  ConfigMap: 'LLMD-CONFIG-MAP-MISSING',
  PersistentVolumeClaim: 'LLMD-CLAIM-MISSING',
  Role: 'LLMD-ROLE-MISSING',
  Secret: 'LLMD-SECRET-MISSING',
  ServiceAccount: 'LLMD-SERVICE-ACCOUNT-MISSING',
};

/** The code of all remaining references. */
export const ANY_REFERENCE = 'LLMD-REFERENCE';

/** A rule about references that lead nowhere, those of its code. */
export function missing({ remedy, ...doc }: Omit<RuleDoc, 'severity'> & { readonly remedy: string }): Rule {
  return {
    ...doc,
    severity: 'error-when-closed',
    *check(set) {
      for (const { from, path, to } of set.view(danglingByCode).get(doc.code) ?? []) {
        if (isSelection(to)) continue;
        yield { resource: from, path, message: `there is no ${showResource(to)}${instead(set, to)}`, remedy };
      }
    },
  };
}

function danglingByCode(set: ResourceSet): ReadonlyMap<string | undefined, readonly Reference[]> {
  const dangling = set.view(references).filter((reference) => dangles(set, reference));
  return grouped(dangling, (reference) => codeOf(set, reference));
}

/** Labels that select nothing, references of a wrong group, and pickers that are no Service are for other rules. */
function codeOf(set: ResourceSet, reference: Reference): string | undefined {
  const { to, relation } = reference;
  if (isSelection(to) || rightGroup(set, reference) !== undefined) return undefined;
  if (relation === 'endpointPickerRef' && to.kind !== 'Service') return undefined;
  return CODES_BY_RELATION[relation] ?? own(CODES_BY_KIND, to.kind) ?? ANY_REFERENCE;
}
