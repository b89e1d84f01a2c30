import { missing } from '../../references/dangling';

const GATEWAY = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: inference }
spec:
  gatewayClassName: agentgateway
  infrastructure:
    parametersRef: { group: agentgateway.dev, kind: AgentgatewayParameters, name: inference }
  listeners: [{ name: http, port: 80, protocol: HTTP }]
`;

/** The parameters of a Gateway are there. */
export const PARAMETERS_MISSING = missing({
  code: 'LLMD-PARAMETERS-MISSING',
  title: 'The parameters of a Gateway or GatewayClass exist',
  why: 'The controller does not accept the Gateway (InvalidParameters), and makes no proxy.',
  remedy: "name parameters of the Gateway's namespace, or add them",
  examples: {
    failing: GATEWAY,
    passing: `${GATEWAY}---
apiVersion: agentgateway.dev/v1alpha1
kind: AgentgatewayParameters
metadata: { name: inference }
spec: { logging: { level: warn } }
`,
  },
});
