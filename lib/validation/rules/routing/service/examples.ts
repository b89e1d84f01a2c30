import type { Examples } from '../../../../api-server/example';
import { documents } from '../../../../api-server/example-objects';
import { simulator, service } from '../../example-objects';

const SERVER = simulator({ name: 'vllm', ports: '[{ name: http, containerPort: 8000 }]' });

const port = (fields: string) => documents(SERVER, service({ name: 'vllm', ports: `[{ ${fields} }]` }));

const selecting = (selector: string) =>
  documents(SERVER, service({ name: 'vllm', selector, ports: '[{ port: 8000 }]' }));

export const ROUTING_SERVICE_EXAMPLES: Examples = {
  'LLMD-SERVICE-NO-PODS': { failing: selecting('app: llm'), passing: selecting('app: vllm') },
  'LLMD-SERVICE-PORT-NAME': { failing: port('port: 80, targetPort: web'), passing: port('port: 80, targetPort: http') },
  'LLMD-SERVICE-PORT-NUMBER': { failing: port('port: 80'), passing: port('port: 80, targetPort: 8000') },
};
