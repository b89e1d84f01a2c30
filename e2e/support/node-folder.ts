import { DEFAULT_VLLM } from '../../lib/catalogue/engines/vllm';
import { apply } from './apply';
import { getList, kubectl } from './kubectl';

/**
 * A PersistentVolume of this name and StorageClass on a folder of the first node, for the time of a suite. As its
 * administrator would, a pod of root makes the folder, since Kubernetes makes host paths for root alone and gives them to
 * no group. The pod runs in a namespace of its own: the suite's admits no such pod.
 */
export function nodeFolder(name: string): void {
  const folder = `/var/tmp/${name}`;
  const namespace = `${name}-node`;
  beforeAll(async () => {
    const [node] = await getList('nodes');
    const hostname = (node.metadata.labels as { [label: string]: string })['kubernetes.io/hostname'];
    await kubectl(['delete', `namespace/${namespace}`, `persistentvolume/${name}`, '--ignore-not-found']);
    const labels = { 'pod-security.kubernetes.io/enforce': 'privileged' };
    await apply(JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels } }));
    await onNode(namespace, 'make', node.metadata.name, `rm -rf /host/${name} && mkdir -m 777 /host/${name}`);
    await apply(JSON.stringify(volume(name, folder, hostname)));
  });
  afterAll(async () => {
    const [node] = await getList('nodes');
    await kubectl(['delete', `persistentvolume/${name}`, '--ignore-not-found']);
    await onNode(namespace, 'remove', node.metadata.name, `rm -rf /host/${name}`);
    await kubectl(['delete', 'namespace', namespace]);
  });
}

function volume(name: string, path: string, hostname: string): object {
  const onHost = { key: 'kubernetes.io/hostname', operator: 'In', values: [hostname] };
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name },
    spec: {
      accessModes: ['ReadWriteMany'],
      capacity: { storage: '1Gi' },
      storageClassName: name,
      persistentVolumeReclaimPolicy: 'Retain',
      hostPath: { path, type: 'Directory' },
      nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [onHost] }] } },
    },
  };
}

/** Runs a command as root on a node, where `/var/tmp` is `/host`. */
async function onNode(namespace: string, name: string, nodeName: string, command: string): Promise<void> {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace },
    spec: {
      nodeName,
      restartPolicy: 'Never',
      securityContext: { runAsUser: 0 },
      containers: [
        {
          name: 'main',
          image: DEFAULT_VLLM.images.cpu,
          imagePullPolicy: 'IfNotPresent',
          command: ['sh', '-c', command],
          volumeMounts: [{ name: 'host', mountPath: '/host' }],
        },
      ],
      volumes: [{ name: 'host', hostPath: { path: '/var/tmp' } }],
    },
  };
  await apply(JSON.stringify(pod));
  await kubectl(['wait', '-n', namespace, `pod/${name}`, '--for=jsonpath={.status.phase}=Succeeded', '--timeout=10m']);
}
