import type { Examples } from '../../../../api-server/example';
import { documents, modelServer, picker, pool, service } from '../../example-objects';

const PORTS = '[{ name: grpc, port: 9002 }, { name: metrics, port: 9090 }]';

export const ROUTING_PICKER_EXAMPLES: Examples = {
  'LLMD-PICKER-EXT-PROC-PORT': {
    failing: documents(
      modelServer(),
      pool({ pickerRef: '{ name: epp, port: { number: 9090 } }' }),
      service({ ports: PORTS }),
      picker(),
    ),
    passing: documents(
      modelServer(),
      pool({ pickerRef: '{ name: epp, port: { number: 9002 } }' }),
      service({ ports: PORTS }),
      picker(),
    ),
  },
  'LLMD-PICKER-EXTERNAL-NAME': {
    failing: documents(
      modelServer(),
      pool(),
      `
apiVersion: v1
kind: Service
metadata: { name: epp }
spec:
  type: ExternalName
  externalName: epp.example.com`,
    ),
    passing: documents(modelServer(), pool(), service(), picker()),
  },
  'LLMD-PICKER-OTHER-POOL': {
    failing: documents(modelServer(), pool({ name: 'opt' }), service(), picker({ args: '--pool-name=gemma' })),
    passing: documents(modelServer(), pool({ name: 'opt' }), service(), picker({ args: '--pool-name=opt' })),
  },
  'LLMD-PICKER-OTHER-PROGRAM': {
    failing: documents(
      modelServer(),
      pool({ pickerRef: '{ name: vllm, port: { number: 8000 } }' }),
      service({ name: 'vllm', ports: '[{ port: 8000 }]' }),
    ),
    passing: documents(modelServer(), pool(), service(), picker()),
  },
  'LLMD-PICKER-POOL-MISSING': {
    failing: documents(modelServer(), pool({ name: 'opt' }), service(), picker({ args: '--pool-name=opt-125m' })),
    passing: documents(modelServer(), pool({ name: 'opt' }), service(), picker({ args: '--pool-name=opt' })),
  },
  'LLMD-PICKER-PORT': {
    failing: documents(
      modelServer(),
      pool({ pickerRef: '{ name: epp, port: { number: 8000 } }' }),
      service({ ports: '[{ port: 9002, targetPort: 9002 }]' }),
      picker(),
    ),
    passing: documents(
      modelServer(),
      pool({ pickerRef: '{ name: epp, port: { number: 9002 } }' }),
      service({ ports: '[{ port: 9002, targetPort: 9002 }]' }),
      picker(),
    ),
  },
  'LLMD-PICKER-SERVICE-KIND': {
    failing: documents(modelServer(), pool({ pickerRef: '{ kind: Deployment, group: apps, name: epp }' }), picker()),
    passing: documents(modelServer(), pool(), service(), picker()),
  },
  'LLMD-PICKER-SERVICE-MISSING': {
    failing: documents(modelServer(), pool({ pickerRef: '{ name: opt-epp, port: { number: 9002 } }' }), service()),
    passing: documents(modelServer(), pool(), service(), picker()),
  },
};
