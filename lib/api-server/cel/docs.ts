import type { RuleDoc } from '../rule-doc';

const POOL = `apiVersion: inference.networking.k8s.io/v1
kind: InferencePool
metadata:
  name: opt
spec:
  selector:
    matchLabels:
      app: vllm
  targetPorts:
    - number: 8000
  endpointPickerRef:
    name: opt-epp
`;

export const BROKEN: RuleDoc = {
  code: 'LLMD-CEL',
  severity: 'error',
  title: "The rules of a kind's definition hold",
  why:
    'A CustomResourceDefinition may have rules in the Common Expression Language (x-kubernetes-validations). An API ' +
    'server refuses an object that breaks one, or for which one has no result.',
  examples: {
    failing: POOL,
    passing: `${POOL}    port:
      number: 9002
`,
  },
};

export const NOT_CHECKED: RuleDoc = {
  code: 'LLMD-CEL-NOT-CHECKED',
  severity: 'warning',
  title: "The rules of a kind's definition can be checked",
  why: 'A rule may use what this library does not know. An API server may refuse the object.',
  // All rules of the definitions in imports/ are known; test/api-server/cel tests this one with a rule of its own.
  examples: { failing: '', passing: '' },
};

/** The codes that `checkCel` reports. */
export const CEL_RULES: readonly RuleDoc[] = [BROKEN, NOT_CHECKED];
