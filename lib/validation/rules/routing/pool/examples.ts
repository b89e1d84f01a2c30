import type { Examples } from '../../../../api-server/example';
import { access, modelServer, picker, PICKER_RIGHTS, pool, secondPool, stack } from '../../example-objects';

const LEGACY_POOL = `
apiVersion: inference.networking.x-k8s.io/v1alpha2
kind: InferencePool
metadata: { name: opt }
spec:
  selector: { app: vllm }
  targetPortNumber: 8000
  extensionRef: { name: epp }`;

const NOT_SERVED = { 'LLMD-KIND': 'the definitions of this library serve the pool in version v1 only' };

const READY = 'readinessProbe: { grpc: { port: 9003, service: readiness } }';

const LEGACY_RIGHTS = PICKER_RIGHTS.replace('[inference.networking.k8s.io]', '[inference.networking.x-k8s.io]');

const LEGACY_PICKER = picker({ args: '--pool-name=opt, --pool-group=inference.networking.x-k8s.io' });

/** Two ranks on ports of their own. */
const ranked = (ports: string) =>
  stack({
    modelServer: modelServer({
      args: '--data-parallel-size=2, --data-parallel-size-local=2, --data-parallel-multi-port-external-lb, --data-parallel-supervisor-port=8010',
      ports: '[{ name: http, containerPort: 8000 }, { containerPort: 8001 }]',
    }),
    pool: pool().replace('{ number: 8000 }', ports),
  });

export const ROUTING_POOL_EXAMPLES: Examples = {
  'LLMD-POOL-FAIL-OPEN': {
    failing: stack({ pool: pool({ pickerRef: '{ name: epp, port: { number: 9002 }, failureMode: FailOpen }' }) }),
    passing: stack({ pool: pool({ pickerRef: '{ name: epp, port: { number: 9002 }, failureMode: FailClose }' }) }),
  },
  'LLMD-POOL-GROUP-LEGACY': {
    failing: stack({
      pool: LEGACY_POOL,
      picker: LEGACY_PICKER,
      access: access(LEGACY_RIGHTS),
      gateway: '',
      route: '',
    }),
    passing: stack(),
    also: NOT_SERVED,
  },
  'LLMD-POOL-GROUPS-MIXED': {
    failing: stack({}, LEGACY_POOL),
    passing: stack(),
    also: { ...NOT_SERVED, 'LLMD-EPP-OTHER-POOL': 'the endpoint picker follows the pool of one of the two groups' },
  },
  'LLMD-POOL-NO-PODS': { failing: stack({ pool: pool({ labels: 'app: vllm-opt' }) }), passing: stack() },
  'LLMD-POOL-RANK-PORTS': {
    failing: ranked('{ number: 8000 }'),
    passing: ranked('{ number: 8000 }, { number: 8001 }'),
  },
  'LLMD-POOL-SHARED-PODS': {
    failing: stack({}, ...secondPool('batch', { labels: 'app: vllm' })),
    passing: stack(),
  },
  'LLMD-POOL-STRANGER': {
    failing: stack({
      modelServer: modelServer({ labels: 'team: nlp, app: vllm' }),
      picker: picker({ labels: 'team: nlp, app: epp', container: READY }),
      pool: pool({ labels: 'team: nlp' }),
    }),
    passing: stack({
      modelServer: modelServer({ labels: 'team: nlp, app: vllm' }),
      picker: picker({ labels: 'team: nlp, app: epp', container: READY }),
    }),
  },
  'LLMD-POOL-TARGET-PORT': { failing: stack({ pool: pool({ port: 8080 }) }), passing: stack() },
};
