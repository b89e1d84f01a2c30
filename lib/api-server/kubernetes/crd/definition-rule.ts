import type { RuleDoc } from '../../rule-doc';

export const DEFINITION: RuleDoc = {
  code: 'LLMD-CRD',
  severity: 'error',
  title: 'Definitions of kinds have consistent names and a structural schema',
  why: 'The API server refuses a definition whose name is not its plural and group, which stores no version or two, or whose schema is not structural; nothing of the kind can be applied then.',
  examples: {
    failing: `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: routers.example.com }
spec:
  group: example.com
  scope: Namespaced
  names: { kind: Router, plural: routers }
  versions:
    - name: v1
      served: true
      storage: true
      schema: { openAPIV3Schema: { type: object, properties: { spec: { properties: { port: { type: integer } } } } } }
`,
    passing: `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: routers.example.com }
spec:
  group: example.com
  scope: Namespaced
  names: { kind: Router, plural: routers }
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          { type: object, properties: { spec: { type: object, properties: { port: { type: integer } } } } }
`,
  },
};
