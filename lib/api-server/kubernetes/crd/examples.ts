import type { Examples } from '../../example';

export const KUBERNETES_CRD_EXAMPLES: Examples = {
  'LLMD-CRD': {
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
