import { EXAMPLES } from '../../../../lib/validation/rules/examples';
import { ROUTING_RULES } from '../../../../lib/validation/rules/routing';
import { diagnostics } from '../../../support/diagnostics';
import { parseObjects } from '../../../support/objects';
import { testExamples } from '../../../support/examples';

/** Severity, and then place, message and remedy: the violation of each rule's failing example. */
const TEXTS: { readonly [code: string]: readonly string[] } = {
  'LLMD-SERVICE-NO-PODS': [
    'error-when-closed',
    'spec.selector: no pods in namespace default have app=llm; select labels that the pods have',
  ],
  'LLMD-SERVICE-PORT-NAME': [
    'error',
    "spec.ports[0].targetPort: no container port is called web (TCP): Deployment default/vllm has 8000 (http); write the name or the number of a container's port",
  ],
  'LLMD-SERVICE-PORT-NUMBER': [
    'warning',
    'spec.ports[0].port: no container declares port 80: Deployment default/vllm has 8000 (http); write the targetPort on which the container listens',
  ],
  'LLMD-POOL-FAIL-OPEN': [
    'warning',
    'spec.endpointPickerRef.failureMode: FailOpen has no effect for completions: agentgateway up to v1.4.1 answers 500 to every request with a body while the endpoint picker is away; write FailClose, and do not count on FailOpen',
  ],
  'LLMD-POOL-GROUP-LEGACY': [
    'warning',
    'apiVersion: InferencePool of inference.networking.x-k8s.io, which gateways and endpoint pickers have left behind; write apiVersion inference.networking.k8s.io/v1 with selector.matchLabels, targetPorts and endpointPickerRef',
  ],
  'LLMD-POOL-GROUPS-MIXED': [
    'error',
    'apiVersion: InferencePool opt is there in inference.networking.k8s.io too; keep the one of inference.networking.k8s.io/v1',
  ],
  'LLMD-POOL-NO-PODS': [
    'error-when-closed',
    'spec.selector.matchLabels: no pods in namespace default have app=vllm-opt; put these labels on the pod template of the model servers, or select labels that they have',
  ],
  'LLMD-POOL-RANK-PORTS': [
    'warning',
    'spec.targetPorts: the target ports are 8000, and the ranks of Deployment default/vllm listen on 8000 and 8001: those on 8001 get no requests; add 8001 to the target ports',
  ],
  'LLMD-POOL-SHARED-PODS': [
    'warning',
    'spec.selector.matchLabels: selects the pods of Deployment default/vllm, which InferencePool default/opt selects too; give each pool pods of its own, or send both routes to one pool',
  ],
  'LLMD-POOL-STRANGER': [
    'error',
    'spec.selector.matchLabels: selects the pods of Deployment default/epp too, which do not serve models on port 8000; add a label that only the model servers have, here and on their pods',
  ],
  'LLMD-POOL-TARGET-PORT': [
    'error',
    "spec.targetPorts[0].number: port 8080 is declared by no container of Deployment default/vllm, which has 8000 (http); write the port on which the model servers listen, and declare it in their container's ports",
  ],
  'LLMD-EPP-EXT-PROC-PORT': [
    'error',
    'spec.endpointPickerRef.port.number: port 9090 of Service default/epp leads to port 9090 of Deployment default/epp, which answers ext-proc on 9002; write the port of the Service that leads to 9002',
  ],
  'LLMD-EPP-EXTERNAL-NAME': [
    'error',
    'spec.endpointPickerRef.name: Service default/epp is of type ExternalName; make it a Service with a selector for the pods of the endpoint picker',
  ],
  'LLMD-EPP-OTHER-POOL': [
    'error',
    "spec.endpointPickerRef.name: leads to Deployment default/gemma-epp, which picks for default/gemma of inference.networking.k8s.io; give the picker --pool-name=opt --pool-namespace=default --pool-group=inference.networking.k8s.io, or name the Service of this pool's picker",
  ],
  'LLMD-EPP-OTHER-PROGRAM': [
    'error',
    "spec.endpointPickerRef.name: Service default/vllm leads to Deployment default/vllm, where no endpoint picker runs; name the Service of the pool's endpoint picker",
  ],
  'LLMD-EPP-POOL-MISSING': [
    'error-when-closed',
    'spec.template.spec.containers[0].args[0]: there is no InferencePool default/opt-125m; correct --pool-name, --pool-namespace or --pool-group, or add the pool',
  ],
  'LLMD-EPP-SERVICE-PORT': [
    'error',
    "spec.endpointPickerRef.port.number: port 8000 is no port of Service default/epp, which has 9002 (grpc-ext-proc); write the Service's port 9002, not the model servers'",
  ],
  'LLMD-EPP-SERVICE-KIND': [
    'error',
    'spec.endpointPickerRef.kind: Deployment epp is no Service; name the Service in front of the endpoint picker, and leave kind and group out',
  ],
  'LLMD-EPP-SERVICE-MISSING': [
    'error-when-closed',
    "spec.endpointPickerRef.name: there is no Service default/opt-epp; namespace default has epp; name the Service of the pool's endpoint picker, or add it to this namespace",
  ],
  'LLMD-ROUTE-CONFLICT': [
    'warning',
    'spec.rules[0]: the rule matches the same requests as HTTPRoute default/opt; match another path, header or hostname, or put the backends of both into one rule with weights',
  ],
  'LLMD-ROUTE-DETACHED': [
    'warning',
    'spec.parentRefs: the route has no parentRefs; name the Gateway that shall serve it',
  ],
  'LLMD-ROUTE-HOSTNAME': [
    'error',
    "spec.hostnames: Gateway default/inference has no listener for llm.example.org: http has *.example.com; take a hostname that a listener's covers",
  ],
  'LLMD-ROUTE-LISTENER': [
    'error',
    'spec.parentRefs[0].sectionName: Gateway default/inference has no listener https; it has http (HTTP, port 80); name a listener of the Gateway, or none for all of them',
  ],
  'LLMD-ROUTE-NAMESPACE': [
    'error',
    "spec.parentRefs[0].name: Gateway gateways/inference admits no routes of namespace default: http has from: Same; set the listener's allowedRoutes.namespaces, or move the route to a namespace that it admits",
  ],
  'LLMD-ROUTE-PARENT-MISSING': [
    'error-when-closed',
    'spec.parentRefs[0].name: there is no Gateway default/gateway; namespace default has inference; name a Gateway that exists, with its namespace where that is another one',
  ],
  'LLMD-ROUTE-PROTOCOL': [
    'error',
    'spec.parentRefs[0].name: Gateway default/inference takes no HTTPRoute on raw (TCP, port 80); use a listener whose protocol and allowedRoutes.kinds fit the route',
  ],
  'LLMD-ROUTE-TIMEOUT-DEFAULT': [
    'warning',
    'spec.rules[0]: the rule has no timeouts.request, and Envoy Gateway cuts responses after 15 s then; write timeouts: { request: 0s }, which is no limit',
  ],
  'LLMD-ROUTE-TIMEOUT-GKE': [
    'error',
    'spec.rules[0].timeouts: GKE refuses a route with timeouts; leave them out, and set timeoutSec in a GCPBackendPolicy for the InferencePool',
  ],
  'LLMD-ROUTE-TIMEOUT-SHORT': [
    'warning',
    'spec.rules[0].timeouts.request: a response that takes longer than 15s is cut off; write 0s, which is no limit, or the longest answer that you expect',
  ],
  'LLMD-BACKEND-GRANT-IGNORED': [
    'warning',
    "spec.rules[0].backendRefs[0].name: InferencePool models/opt is in another namespace than the route, and agentgateway v1.4.1 honours no ReferenceGrant for it; put the route into the pool's namespace, and let the Gateway admit routes from there",
  ],
  'LLMD-BACKEND-GRANT': [
    'error',
    'spec.rules[0].backendRefs[0].name: Service models/vllm is in another namespace, where no ReferenceGrant admits HTTPRoutes of namespace default; add a ReferenceGrant to namespace models, or keep both in one namespace',
  ],
  'LLMD-BACKEND-MISSING': [
    'error-when-closed',
    'spec.rules[0].backendRefs[0].name: there is no InferencePool default/opt-125m; namespace default has opt; name a backend that exists, with its namespace where that is another one',
  ],
  'LLMD-BACKEND-POOL-PORT': [
    'warning',
    'spec.rules[0].backendRefs[0].port: port 8000 has no effect beside InferencePool default/opt; leave the port out',
  ],
  'LLMD-BACKEND-POOLS-ISTIO': [
    'warning',
    'spec.rules[0].backendRefs: the rule leads to the pools opt and green, and Istio asks the endpoint picker of green for all of them; give each pool a rule of its own, or split the traffic inside one pool by an InferenceModelRewrite',
  ],
  'LLMD-BACKEND-PORT': [
    'error',
    "spec.rules[0].backendRefs[0].port: port 8000 is no port of Service default/vllm, which has 80 (http); write a port of the Service, not the container's",
  ],
  'LLMD-BACKEND-WEIGHTS': [
    'warning',
    'spec.rules[0].backendRefs: every backend of the rule has weight 0; give a weight above 0 to the backends that shall answer',
  ],
  'LLMD-MODEL-GROUP-LEGACY': [
    'warning',
    'apiVersion: the endpoint picker of InferencePool default/opt is llm-d-router-v0.10.0, which ignores inference.networking.x-k8s.io where llm-d.ai is served; write apiVersion: llm-d.ai/v1alpha2',
  ],
  'LLMD-MODEL-GROUP-UNWATCHED': [
    'error',
    'apiVersion: the endpoint picker of InferencePool default/opt is gaie-v1.5.0, which does not watch llm-d.ai; write apiVersion: inference.networking.x-k8s.io/v1alpha2',
  ],
  'LLMD-MODEL-GROUPS-MIXED': [
    'error',
    'apiVersion: InferencePool default/opt has rewrites or objectives of llm-d.ai too; keep the group that the release of the endpoint picker reads',
  ],
  'LLMD-POOL-REF-GROUP': [
    'error',
    'spec.poolRef.group: InferencePool opt is of inference.networking.k8s.io, not of "inference.networking.x-k8s.io"; write group: inference.networking.k8s.io, or leave it out',
  ],
  'LLMD-POOL-REF-MISSING': [
    'error-when-closed',
    'spec.poolRef.name: there is no InferencePool default/opt-125m; namespace default has opt; name the pool, and put the object into its namespace',
  ],
  'LLMD-REWRITE-CATCH-ALL': [
    'error',
    'spec.rules[1]: the rule matches every model name, and so does spec.rules[0]; give one of them matches, or merge their targets',
  ],
  'LLMD-REWRITE-IGNORED': [
    'warning',
    'spec.poolRef: InferencePool default/opt is behind NGINX Gateway Fabric, which drops what the endpoint picker rewrites; use another Gateway, or let the model servers serve the names that clients ask for',
  ],
  'LLMD-REWRITE-NO-EFFECT': [
    'warning',
    'spec.rules[0]: "opt" is rewritten to itself; remove the rule, or write the name that the model servers serve',
  ],
  'LLMD-REWRITE-NO-TARGET': [
    'error',
    'spec.rules[0].targets: the rule has no targets; name a model that the pool serves',
  ],
  'LLMD-REWRITE-SAME-MODEL': [
    'error',
    'spec.rules[0].matches[0].model.value: "opt" is matched by spec.rules[0] of InferenceModelRewrite default/aliases already; remove it from one of them',
  ],
  'LLMD-REWRITE-UNSERVED': [
    'warning',
    'spec.rules[0].targets[0].modelRewrite: "facebook/opt-125m" is not served by Deployment default/vllm, which serves opt; write a name that it serves, or add the name to its --served-model-name',
  ],
  'LLMD-REWRITE-WEIGHTS': [
    'error',
    'spec.rules[0].targets[1]: the target "opt-canary" has no weight, and others of the rule have one; add a weight of 1 or more, or leave out the target that shall get nothing',
  ],
};

test.each(ROUTING_RULES.map((rule) => [rule.code, rule] as const))('%s', (code, rule) =>
  expect([rule.severity, ...diagnostics([rule], parseObjects(EXAMPLES[code].failing))]).toEqual(
    TEXTS[code].map((text, index) => (index === 0 ? text : `${code} ${text}`)),
  ),
);

test('every rule has a text, and every text a rule', () =>
  expect(Object.keys(TEXTS)).toEqual(ROUTING_RULES.map(({ code }) => code)));

testExamples(ROUTING_RULES, EXAMPLES);
