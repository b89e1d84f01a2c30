/** An endpoint picker, its Service and a ServiceMonitor; YAML for examples. */
export function monitored({ app = 'epp', port = 'http-metrics', rest = '', auth = 'false' } = {}): string {
  return `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: epp
spec:
  selector:
    matchLabels: { app: ${app} }
  endpoints:
    - port: ${port}
      interval: 10s
${rest}---
apiVersion: v1
kind: Service
metadata:
  name: epp
  labels: { app: epp }
spec:
  selector: { app: epp }
  ports:
    - { name: grpc-ext-proc, port: 9002 }
    - { name: http-metrics, port: 9090 }
---
apiVersion: v1
kind: Pod
metadata:
  name: epp
  labels: { app: epp }
spec:
  containers:
    - name: epp
      image: ghcr.io/llm-d/llm-d-router-endpoint-picker:v0.10.0
      args: [--pool-name=opt, --metrics-endpoint-auth=${auth}]
      ports:
        - containerPort: 9090
`;
}
