import type { Examples } from '../../../api-server/example';
import { documents } from '../../../api-server/example-objects';
import { access, METRICS_ACCESS, picker, service, stack } from '../example-objects';

const SERVICE = service({
  ports: '[{ name: grpc-ext-proc, port: 9002 }, { name: http-metrics, port: 9090 }]',
}).replace('name: epp }', 'name: epp, labels: { app: epp } }');

const monitor = ({ app = 'epp', port = 'http-metrics', rest = '' } = {}) => `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: epp }
spec:
  selector: { matchLabels: { app: ${app} } }
  endpoints:
    - port: ${port}
      interval: 10s${rest}`;

const PROTECTED = {
  service: SERVICE,
  picker: picker({ settings: '--tracing=false' }),
  access: documents(access(), METRICS_ACCESS),
};

const TOKEN = `
apiVersion: v1
kind: Secret
metadata: { name: metrics-reader, annotations: { kubernetes.io/service-account.name: epp } }
type: kubernetes.io/service-account-token`;

export const MONITORING_EXAMPLES: Examples = {
  'LLMD-MONITOR-AUTH': {
    failing: stack(PROTECTED, TOKEN, monitor()),
    passing: stack(
      PROTECTED,
      TOKEN,
      monitor({ rest: '\n      authorization: { credentials: { name: metrics-reader, key: token } }' }),
    ),
  },
  'LLMD-MONITOR-PORT': {
    failing: stack({ service: SERVICE }, monitor({ port: 'metrics' })),
    passing: stack({ service: SERVICE }, monitor()),
  },
  'LLMD-MONITOR-SELECTOR': {
    failing: stack({ service: SERVICE }, monitor({ app: 'picker' })),
    passing: stack({ service: SERVICE }, monitor()),
  },
};
