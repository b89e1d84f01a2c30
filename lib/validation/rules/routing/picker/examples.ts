import type { Examples } from '../../../../api-server/example';
import { modelServer, picker, pool, secondPool, service, stack } from '../../example-objects';

const METRICS_SERVICE = service({ ports: '[{ name: grpc, port: 9002 }, { name: metrics, port: 9090 }]' });

const askedOn = (port: number) => pool({ pickerRef: `{ name: epp, port: { number: ${port} } }` });

const GEMMA = [modelServer({ name: 'gemma' }), ...secondPool('gemma')];

export const ROUTING_PICKER_EXAMPLES: Examples = {
  'LLMD-EPP-EXT-PROC-PORT': {
    failing: stack({ pool: askedOn(9090), service: METRICS_SERVICE }),
    passing: stack({ service: METRICS_SERVICE }),
  },
  'LLMD-EPP-EXTERNAL-NAME': {
    failing: stack({
      service: `
apiVersion: v1
kind: Service
metadata: { name: epp }
spec: { type: ExternalName, externalName: epp.example.com }`,
    }),
    passing: stack(),
  },
  'LLMD-EPP-OTHER-POOL': {
    failing: stack({ pool: pool({ pickerRef: '{ name: gemma-epp, port: { number: 9002 } }' }) }, ...GEMMA),
    passing: stack({}, ...GEMMA),
  },
  'LLMD-EPP-OTHER-PROGRAM': {
    failing: stack(
      { pool: pool({ pickerRef: '{ name: vllm, port: { number: 8000 } }' }) },
      service({ name: 'vllm', ports: '[{ port: 8000 }]' }),
    ),
    passing: stack(),
  },
  'LLMD-EPP-POOL-MISSING': {
    failing: stack({ pool: '', gateway: '', route: '', picker: picker({ args: '--pool-name=opt-125m' }) }),
    passing: stack(),
  },
  'LLMD-EPP-SERVICE-PORT': { failing: stack({ pool: askedOn(8000) }), passing: stack() },
  'LLMD-EPP-SERVICE-KIND': {
    failing: stack({ pool: pool({ pickerRef: '{ kind: Deployment, group: apps, name: epp }' }) }),
    passing: stack(),
  },
  'LLMD-EPP-SERVICE-MISSING': {
    failing: stack({ pool: pool({ pickerRef: '{ name: opt-epp, port: { number: 9002 } }' }) }),
    passing: stack(),
  },
};
