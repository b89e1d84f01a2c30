import type { Examples } from '../../../../api-server/example';
import { LEGACY_POOL, documents, gateway, httpRoute, modelServer, picker, pool, service } from '../../example-objects';

export const ROUTING_POOL_EXAMPLES: Examples = {
  'LLMD-POOL-FAIL-OPEN': {
    failing: documents(
      gateway({ className: 'agentgateway' }),
      httpRoute(),
      pool({ pickerRef: '{ name: epp, port: { number: 9002 }, failureMode: FailOpen }' }),
    ),
    passing: documents(
      gateway({ className: 'agentgateway' }),
      httpRoute(),
      pool({ pickerRef: '{ name: epp, port: { number: 9002 }, failureMode: FailClose }' }),
    ),
  },
  'LLMD-POOL-GROUP-LEGACY': {
    failing: documents(modelServer(), LEGACY_POOL),
    passing: documents(modelServer(), pool(), service(), picker()),
  },
  'LLMD-POOL-GROUPS-MIXED': {
    failing: documents(modelServer(), pool(), LEGACY_POOL),
    passing: documents(modelServer(), pool(), service(), picker()),
  },
  'LLMD-POOL-NO-PODS': {
    failing: documents(modelServer({ labels: 'app: vllm' }), pool({ labels: 'app: vllm-opt' })),
    passing: documents(modelServer({ labels: 'app: vllm' }), pool({ labels: 'app: vllm' }), service(), picker()),
  },
  'LLMD-POOL-SHARED-PODS': {
    failing: documents(
      modelServer({ labels: 'app: vllm' }),
      pool({ name: 'chat', labels: 'app: vllm' }),
      pool({ name: 'batch', labels: 'app: vllm' }),
    ),
    passing: documents(modelServer({ labels: 'app: vllm' }), pool({ labels: 'app: vllm' }), service(), picker()),
  },
  'LLMD-POOL-STRANGER': {
    failing: documents(
      modelServer({ labels: 'team: nlp' }),
      picker({ labels: 'team: nlp' }),
      service({ selector: 'team: nlp' }),
      pool({ labels: 'team: nlp' }),
    ),
    passing: documents(
      modelServer({ labels: 'team: nlp, app: vllm' }),
      picker({ labels: 'team: nlp, app: epp' }),
      service({ selector: 'app: epp' }),
      pool({ labels: 'app: vllm' }),
    ),
  },
  'LLMD-POOL-TARGET-PORT': {
    failing: documents(modelServer({ ports: '[{ containerPort: 8000 }]' }), pool({ port: 8080 }), service(), picker()),
    passing: documents(modelServer({ ports: '[{ containerPort: 8000 }]' }), pool({ port: 8000 }), service(), picker()),
  },
};
