import type { Examples } from '../../../../api-server/example';
import { documents, modelServer, service } from '../../example-objects';

const PORTS = '[{ port: 8000 }]';

const NAMED = '[{ name: http, containerPort: 8000 }]';

export const ROUTING_SERVICE_EXAMPLES: Examples = {
  'LLMD-SERVICE-NO-PODS': {
    failing: documents(
      modelServer({ labels: 'app: vllm' }),
      service({ name: 'vllm', selector: 'app: llm', ports: PORTS }),
    ),
    passing: documents(
      modelServer({ labels: 'app: vllm' }),
      service({ name: 'vllm', selector: 'app: vllm', ports: PORTS }),
    ),
  },
  'LLMD-SERVICE-PORT-NAME': {
    failing: documents(
      modelServer({ ports: NAMED }),
      service({ name: 'vllm', ports: '[{ port: 80, targetPort: web }]' }),
    ),
    passing: documents(
      modelServer({ ports: NAMED }),
      service({ name: 'vllm', ports: '[{ port: 80, targetPort: http }]' }),
    ),
  },
  'LLMD-SERVICE-PORT-NUMBER': {
    failing: documents(modelServer(), service({ name: 'vllm', ports: '[{ port: 80 }]' })),
    passing: documents(modelServer(), service({ name: 'vllm', ports: '[{ port: 80, targetPort: 8000 }]' })),
  },
};
