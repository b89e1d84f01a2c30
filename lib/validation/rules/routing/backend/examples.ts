import type { Examples } from '../../../../api-server/example';
import { patched } from '../../../../api-server/example-objects';
import {
  access,
  gateway,
  httpRoute,
  modelServer,
  picker,
  PICKER_RIGHTS,
  pool,
  POOL_REF,
  secondPool,
  service,
  stack,
} from '../../example-objects';

const grant = (group: string, kind: string) => `
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: { name: routes, namespace: models }
spec:
  from: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: default }]
  to: [{ group: "${group}", kind: ${kind} }]`;

const toPool = (name: string, rest = '') => `{ ${POOL_REF}, name: ${name}${rest} }`;

const routedTo = (...backends: string[]) => ({ route: httpRoute({ backends }) });

const inModels = (yaml: string) => patched(yaml, 'metadata: { namespace: models }');

/** The whole stack of the pool in namespace models. */
const IN_MODELS = {
  modelServer: inModels(modelServer()),
  pool: inModels(pool()),
  service: inModels(service()),
  picker: inModels(picker({ args: '--pool-name=opt, --pool-namespace=models' })),
  access: access(PICKER_RIGHTS, { namespace: 'models' }).replaceAll(
    'metadata: { name: epp }',
    'metadata: { name: epp, namespace: models }',
  ),
};

const SERVICE = inModels(service({ name: 'vllm', ports: '[{ port: 80, targetPort: 8000 }]' }));

const OTHER = inModels(modelServer());

const VLLM = service({ name: 'vllm', ports: '[{ name: http, port: 80, targetPort: 8000 }]' });

/** A second model, with a pool of its own. */
const GREEN = [modelServer({ name: 'green' }), ...secondPool('green')];

const weighted = (opt: number, green: number) =>
  stack(routedTo(toPool('opt', `, weight: ${opt}`), toPool('green', `, weight: ${green}`)), ...GREEN);

const PLAINTEXT = ', --secure-serving=false';

const ISTIO = { gateway: gateway({ className: 'istio' }), picker: picker({ args: `--pool-name=opt${PLAINTEXT}` }) };

const ISTIO_GREEN = [modelServer({ name: 'green' }), ...secondPool('green', { args: PLAINTEXT })];

export const ROUTING_BACKEND_EXAMPLES: Examples = {
  'LLMD-BACKEND-GRANT-IGNORED': {
    failing: stack(
      { ...IN_MODELS, ...routedTo(toPool('opt', ', namespace: models')) },
      grant('inference.networking.k8s.io', 'InferencePool'),
    ),
    passing: stack(),
  },
  'LLMD-BACKEND-GRANT': {
    failing: stack(routedTo('{ name: vllm, namespace: models, port: 80 }'), OTHER, SERVICE),
    passing: stack(routedTo('{ name: vllm, namespace: models, port: 80 }'), OTHER, SERVICE, grant('', 'Service')),
  },
  'LLMD-BACKEND-MISSING': { failing: stack(routedTo(toPool('opt-125m'))), passing: stack() },
  'LLMD-BACKEND-POOL-PORT': { failing: stack(routedTo(toPool('opt', ', port: 8000'))), passing: stack() },
  'LLMD-BACKEND-POOLS-ISTIO': {
    failing: stack({ ...ISTIO, ...routedTo(toPool('opt'), toPool('green')) }, ...ISTIO_GREEN),
    passing: stack(ISTIO),
  },
  'LLMD-BACKEND-PORT': {
    failing: stack(routedTo('{ name: vllm, port: 8000 }'), VLLM),
    passing: stack(routedTo('{ name: vllm, port: 80 }'), VLLM),
  },
  'LLMD-BACKEND-WEIGHTS': { failing: weighted(0, 0), passing: weighted(0, 1) },
};
