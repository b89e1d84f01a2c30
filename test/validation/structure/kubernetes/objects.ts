import { parse } from 'yaml';

/*
 * Objects of the kinds that the API server checks by hand, each with much of what it can have. They are valid; tests
 * change them place by place, and so does the comparison with a real API server (e2e).
 */

const POD_SPEC = `
  restartPolicy: Always
  terminationGracePeriodSeconds: 90
  serviceAccountName: vllm
  hostUsers: true
  nodeSelector: { kubernetes.io/arch: amd64 }
  imagePullSecrets: [{ name: registry }]
  dnsPolicy: ClusterFirst
  dnsConfig:
    nameservers: [10.96.0.10]
    searches: [example.com, _tcp.example.com.]
    options: [{ name: ndots, value: '2' }]
  hostAliases: [{ ip: 10.0.0.1, hostnames: [models.example.com] }]
  priorityClassName: inference
  runtimeClassName: nvidia
  overhead: { cpu: 10m }
  readinessGates: [{ conditionType: example.com/warm }]
  schedulingGates: [{ name: example.com/quota }]
  resourceClaims: [{ name: gpu, resourceClaimTemplateName: one-gpu }]
  securityContext:
    runAsNonRoot: true
    runAsUser: 2000
    runAsGroup: 2000
    fsGroup: 2000
    fsGroupChangePolicy: OnRootMismatch
    supplementalGroups: [3000]
    sysctls: [{ name: net.core.somaxconn, value: '1024' }]
    seccompProfile: { type: RuntimeDefault }
    appArmorProfile: { type: RuntimeDefault }
  tolerations:
    - { key: nvidia.com/gpu, operator: Exists, effect: NoSchedule }
    - { key: spot, operator: Equal, value: 'true', effect: NoExecute, tolerationSeconds: 60 }
  affinity:
    nodeAffinity:
      requiredDuringSchedulingIgnoredDuringExecution:
        nodeSelectorTerms:
          - matchExpressions: [{ key: gpu, operator: In, values: [h100, h200] }]
            matchFields: [{ key: metadata.name, operator: NotIn, values: [node-1] }]
      preferredDuringSchedulingIgnoredDuringExecution:
        - { weight: 10, preference: { matchExpressions: [{ key: cores, operator: Gt, values: ['16'] }] } }
    podAntiAffinity:
      requiredDuringSchedulingIgnoredDuringExecution:
        - topologyKey: kubernetes.io/hostname
          labelSelector: { matchLabels: { app: vllm } }
          matchLabelKeys: [pod-template-hash]
          namespaces: [default]
      preferredDuringSchedulingIgnoredDuringExecution:
        - weight: 100
          podAffinityTerm: { topologyKey: topology.kubernetes.io/zone, labelSelector: { matchLabels: { app: vllm } } }
  topologySpreadConstraints:
    - maxSkew: 1
      minDomains: 2
      topologyKey: kubernetes.io/hostname
      whenUnsatisfiable: DoNotSchedule
      labelSelector: { matchExpressions: [{ key: app, operator: In, values: [vllm] }] }
      matchLabelKeys: [pod-template-hash]
  initContainers:
    - name: download
      image: busybox:1.37
      command: [sh, -c, 'true']
      volumeMounts: [{ name: models, mountPath: /models }]
    - name: log-shipper
      image: busybox:1.37
      restartPolicy: Always
      readinessProbe: { exec: { command: ['true'] } }
      lifecycle: { preStop: { sleep: { seconds: 5 } } }
  containers:
    - name: vllm
      image: vllm/vllm-openai:v0.20.0
      imagePullPolicy: IfNotPresent
      args: [--port, '8000']
      ports:
        - { name: http, containerPort: 8000, protocol: TCP }
        - { name: metrics, containerPort: 9090 }
      env:
        - { name: HOME, value: /tmp }
        - { name: POD_NAME, valueFrom: { fieldRef: { fieldPath: metadata.name } } }
        - { name: POOL, valueFrom: { fieldRef: { fieldPath: "metadata.labels['pool']" } } }
        - { name: CPUS, valueFrom: { resourceFieldRef: { resource: limits.cpu, divisor: '1' } } }
        - { name: HF_TOKEN, valueFrom: { secretKeyRef: { name: hf-token, key: token, optional: true } } }
        - { name: LEVEL, valueFrom: { configMapKeyRef: { name: vllm, key: log.level } } }
      envFrom:
        - { prefix: VLLM_, configMapRef: { name: vllm } }
        - { secretRef: { name: vllm } }
      resources:
        requests: { cpu: '4', memory: 8Gi, nvidia.com/gpu: 1 }
        limits: { cpu: '8', memory: 8Gi, nvidia.com/gpu: 1 }
        claims: [{ name: gpu }]
      resizePolicy: [{ resourceName: cpu, restartPolicy: NotRequired }]
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities: { drop: [ALL] }
        seccompProfile: { type: RuntimeDefault }
      startupProbe: { httpGet: { path: /health, port: http }, failureThreshold: 60 }
      livenessProbe: { tcpSocket: { port: 8000 }, periodSeconds: 20, terminationGracePeriodSeconds: 30 }
      readinessProbe:
        httpGet: { path: /health, port: 8000, scheme: HTTP, httpHeaders: [{ name: X-Probe, value: '1' }] }
        successThreshold: 2
      lifecycle: { preStop: { exec: { command: [sleep, '15'] } } }
      volumeMounts:
        - { name: models, mountPath: /models, readOnly: true, recursiveReadOnly: IfPossible }
        - { name: shm, mountPath: /dev/shm }
        - { name: config, mountPath: /etc/vllm/vllm.yaml, subPath: vllm.yaml }
      volumeDevices: [{ name: scratch, devicePath: /dev/scratch }]
    - name: proxy
      image: envoyproxy/envoy:v1.36.2
      ports: [{ name: grpc, containerPort: 9002, hostPort: 9002 }]
      livenessProbe: { grpc: { port: 9002 } }
  volumes:
    - { name: models, persistentVolumeClaim: { claimName: models, readOnly: true } }
    - { name: scratch, persistentVolumeClaim: { claimName: scratch } }
    - { name: shm, emptyDir: { medium: Memory, sizeLimit: 1Gi } }
    - { name: config, configMap: { name: vllm, defaultMode: 420, items: [{ key: vllm.yaml, path: vllm.yaml }] } }
    - { name: tls, secret: { secretName: tls, items: [{ key: tls.crt, path: certs/tls.crt, mode: 256 }] } }
    - { name: host, hostPath: { path: /var/lib/models, type: DirectoryOrCreate } }
    - { name: nfs, nfs: { server: nfs.example.com, path: /models } }
    - { name: labels, downwardAPI: { items: [{ path: labels, fieldRef: { fieldPath: metadata.labels } }] } }
    - { name: driver, csi: { driver: csi.example.com, readOnly: true } }
    - { name: weights, image: { reference: registry.example.com/weights:v1, pullPolicy: IfNotPresent } }
    - name: all
      projected:
        defaultMode: 288
        sources:
          - { serviceAccountToken: { path: token, expirationSeconds: 3600 } }
          - { configMap: { name: vllm, items: [{ key: a, path: a }] } }
          - { secret: { name: tls } }
          - downwardAPI:
              items: [{ path: cpu, resourceFieldRef: { containerName: vllm, resource: limits.memory, divisor: 1Mi } }]
    - name: cache
      ephemeral:
        volumeClaimTemplate:
          metadata: { labels: { app: vllm } }
          spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 10Gi } } }
`;

/** A pod template with labels that the selectors below match. */
const TEMPLATE = `{ metadata: { labels: { app: vllm, pool: opt } }, spec: {} }`;

const OBJECTS = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: vllm }
spec:
  replicas: 2
  minReadySeconds: 5
  revisionHistoryLimit: 3
  progressDeadlineSeconds: 1200
  selector: { matchLabels: { app: vllm }, matchExpressions: [{ key: pool, operator: Exists }] }
  strategy: { type: RollingUpdate, rollingUpdate: { maxUnavailable: 0, maxSurge: 25% } }
  template: ${TEMPLATE}
---
apiVersion: apps/v1
kind: ReplicaSet
metadata: { name: vllm }
spec: { replicas: 1, selector: { matchLabels: { app: vllm } }, template: ${TEMPLATE} }
---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: vllm }
spec:
  selector: { matchLabels: { app: vllm } }
  updateStrategy: { type: RollingUpdate, rollingUpdate: { maxUnavailable: 1 } }
  template: ${TEMPLATE}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: vllm }
spec:
  replicas: 1
  serviceName: vllm
  podManagementPolicy: Parallel
  ordinals: { start: 1 }
  persistentVolumeClaimRetentionPolicy: { whenDeleted: Delete, whenScaled: Retain }
  selector: { matchLabels: { app: vllm } }
  updateStrategy: { type: RollingUpdate, rollingUpdate: { partition: 0 } }
  template: ${TEMPLATE}
  volumeClaimTemplates:
    - metadata: { name: models }
      spec: { accessModes: [ReadWriteOnce], storageClassName: fast, resources: { requests: { storage: 100Gi } } }
---
apiVersion: batch/v1
kind: Job
metadata: { name: warm-up }
spec:
  parallelism: 2
  completions: 4
  completionMode: Indexed
  backoffLimitPerIndex: 1
  maxFailedIndexes: 2
  activeDeadlineSeconds: 600
  ttlSecondsAfterFinished: 60
  podFailurePolicy:
    rules:
      - { action: FailIndex, onExitCodes: { containerName: vllm, operator: In, values: [1, 42] } }
      - { action: Ignore, onPodConditions: [{ type: DisruptionTarget, status: 'True' }] }
  template: ${TEMPLATE}
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: warm-up }
spec:
  schedule: '*/5 8-18 * * mon-fri'
  timeZone: Europe/Berlin
  concurrencyPolicy: Forbid
  startingDeadlineSeconds: 100
  successfulJobsHistoryLimit: 1
  failedJobsHistoryLimit: 1
  jobTemplate: { spec: { backoffLimit: 2, template: ${TEMPLATE} } }
---
apiVersion: v1
kind: Service
metadata: { name: vllm }
spec:
  type: LoadBalancer
  selector: { app: vllm }
  ports:
    - { name: http, port: 80, targetPort: http, nodePort: 30080, appProtocol: kubernetes.io/h2c }
    - { name: metrics, port: 9090, targetPort: 9090, protocol: TCP }
  ipFamilies: [IPv4]
  ipFamilyPolicy: SingleStack
  loadBalancerClass: example.com/internal
  loadBalancerSourceRanges: [10.0.0.0/8]
  allocateLoadBalancerNodePorts: true
  externalTrafficPolicy: Cluster
  internalTrafficPolicy: Cluster
  trafficDistribution: PreferClose
  sessionAffinity: ClientIP
  sessionAffinityConfig: { clientIP: { timeoutSeconds: 600 } }
  externalIPs: [192.0.2.1]
---
apiVersion: v1
kind: Service
metadata: { name: headless }
spec: { clusterIP: None, selector: { app: vllm }, ports: [{ port: 8000 }], publishNotReadyAddresses: true }
---
apiVersion: v1
kind: Service
metadata: { name: hub }
spec: { type: ExternalName, externalName: huggingface.co. }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: vllm }
data: { vllm.yaml: 'port: 8000', log.level: info }
binaryData: { logo.png: iVBORw== }
---
apiVersion: v1
kind: Secret
metadata: { name: tls }
type: kubernetes.io/tls
data: { tls.crt: Y2VydA== }
stringData: { tls.key: key }
---
apiVersion: v1
kind: Secret
metadata: { name: registry }
type: kubernetes.io/dockerconfigjson
stringData: { .dockerconfigjson: '{"auths":{}}' }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: vllm }
automountServiceAccountToken: false
imagePullSecrets: [{ name: registry }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: 'system:reader' }
rules:
  - { apiGroups: [''], resources: [pods, pods/log], verbs: [get, list, watch] }
  - { apiGroups: [apps], resources: [deployments], resourceNames: [vllm], verbs: [get] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: reader }
aggregationRule: { clusterRoleSelectors: [{ matchLabels: { aggregate: 'true' } }] }
rules:
  - { nonResourceURLs: [/metrics], verbs: [get] }
  - { apiGroups: ['*'], resources: ['*'], verbs: [list] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: reader }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader }
subjects:
  - { kind: ServiceAccount, name: vllm, namespace: default }
  - { kind: User, name: jane@example.com, apiGroup: rbac.authorization.k8s.io }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: reader }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader }
subjects:
  - { kind: ServiceAccount, name: vllm, namespace: default }
  - { kind: Group, name: 'system:authenticated', apiGroup: rbac.authorization.k8s.io }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: vllm }
spec:
  minAvailable: 50%
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector: { matchLabels: { app: vllm }, matchExpressions: [{ key: pool, operator: NotIn, values: [old] }] }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: vllm }
spec:
  podSelector: { matchLabels: { app: vllm } }
  policyTypes: [Ingress, Egress]
  ingress:
    - from: [{ podSelector: { matchLabels: { app: gateway } }, namespaceSelector: {} }]
      ports: [{ protocol: TCP, port: 8000, endPort: 8010 }, { port: http }]
  egress:
    - to: [{ ipBlock: { cidr: 10.0.0.0/8, except: [10.1.0.0/16] } }]
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: models }
spec:
  accessModes: [ReadWriteOnce]
  storageClassName: fast
  volumeMode: Filesystem
  resources: { requests: { storage: 100Gi }, limits: { storage: 200Gi } }
  dataSourceRef: { apiGroup: snapshot.storage.k8s.io, kind: VolumeSnapshot, name: models }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: vllm }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: vllm }
  minReplicas: 1
  maxReplicas: 8
  metrics:
    - { type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 80 } } }
    - { type: Pods, pods: { metric: { name: queue }, target: { type: AverageValue, averageValue: '5' } } }
    - type: External
      external: { metric: { name: requests, selector: { matchLabels: { a: b } } }, target: { type: Value, value: 10k } }
    - type: Object
      object:
        describedObject: { apiVersion: v1, kind: Service, name: vllm }
        metric: { name: hits }
        target: { type: Value, value: 100 }
    - type: ContainerResource
      containerResource: { name: memory, container: vllm, target: { type: Utilization, averageUtilization: 80 } }
  behavior:
    scaleUp: { stabilizationWindowSeconds: 0, policies: [{ type: Pods, value: 2, periodSeconds: 60 }] }
    scaleDown:
      stabilizationWindowSeconds: 600
      selectPolicy: Min
      tolerance: '0.1'
      policies: [{ type: Percent, value: 10, periodSeconds: 60 }]
---
apiVersion: v1
kind: Namespace
metadata: { name: inference }
spec: { finalizers: [kubernetes] }
---
apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata: { name: inference }
value: 1000000
preemptionPolicy: Never
---
apiVersion: coordination.k8s.io/v1
kind: Lease
metadata: { name: picker }
spec: { holderIdentity: picker-0, leaseDurationSeconds: 15, leaseTransitions: 2 }
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: routers.example.com }
spec:
  group: example.com
  scope: Namespaced
  names: { kind: Router, plural: routers, shortNames: [ro], categories: [all] }
  versions:
    - name: v1
      served: true
      storage: true
      subresources:
        status: {}
        scale: { specReplicasPath: .spec.replicas, statusReplicasPath: .status.replicas, labelSelectorPath: .status.selector }
      additionalPrinterColumns: [{ name: Mode, type: string, jsonPath: .spec.mode }]
      selectableFields: [{ jsonPath: .spec.mode }]
      schema:
        openAPIV3Schema:
          type: object
          required: [spec]
          properties:
            apiVersion: { type: string }
            kind: { type: string }
            metadata: { type: object }
            spec:
              type: object
              required: [mode]
              x-kubernetes-validations:
                - { rule: 'self.replicas <= 5 || self.mode == "Fast"', message: slow routers are few, fieldPath: .replicas }
              properties:
                mode: { type: string, enum: [Fast, Slow], default: Fast }
                replicas: { type: integer, minimum: 0, maximum: 10, default: 1 }
                size: { x-kubernetes-int-or-string: true, anyOf: [{ type: integer }, { type: string }], pattern: '^[0-9]+$' }
                labels: { type: object, additionalProperties: { type: string, maxLength: 63 } }
                zones: { type: array, x-kubernetes-list-type: set, items: { type: string } }
                raw: { type: object, x-kubernetes-preserve-unknown-fields: true }
                template: { type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true }
                ports:
                  type: array
                  maxItems: 8
                  default: [{ name: http, port: 80 }]
                  x-kubernetes-list-type: map
                  x-kubernetes-list-map-keys: [name]
                  items:
                    type: object
                    required: [name]
                    properties: { name: { type: string }, port: { type: integer, format: int32 } }
              oneOf: [{ required: [mode] }, { properties: { replicas: { minimum: 1 } }, not: { required: [mode] } }]
            status:
              type: object
              properties: { replicas: { type: integer }, selector: { type: string } }
    - name: v1alpha1
      served: false
      storage: false
      deprecated: true
      deprecationWarning: use v1
      schema: { openAPIV3Schema: { type: object, x-kubernetes-preserve-unknown-fields: true } }
`;

/** Where the pod's spec lies in the objects that make pods, and what they want to be different in it. */
const PODS: { readonly [kind: string]: { readonly path: readonly string[]; readonly change: object } } = {
  Deployment: { path: ['spec'], change: {} },
  ReplicaSet: { path: ['spec'], change: {} },
  DaemonSet: { path: ['spec'], change: {} },
  StatefulSet: { path: ['spec'], change: {} },
  Job: { path: ['spec'], change: { restartPolicy: 'Never' } },
  CronJob: { path: ['spec', 'jobTemplate', 'spec'], change: { restartPolicy: 'OnFailure' } },
};

/** All of them, anew at every call. */
export function validObjects(): any[] {
  return OBJECTS.split('\n---\n').map((text) => {
    const object: any = parse(text);
    const pod = PODS[object.kind];
    if (pod !== undefined) {
      const owner = pod.path.reduce((value, step) => value[step], object);
      owner.template.spec = { ...parse(POD_SPEC), ...pod.change };
    }
    return object;
  });
}

/** The first of a kind, or the one of that name. */
export function validObject(kind: string, name?: string): any {
  return validObjects().find((object) => object.kind === kind && (name === undefined || object.metadata.name === name));
}
