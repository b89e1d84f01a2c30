import type { Examples } from '../../../../api-server/example';
import { documents } from '../../../../api-server/example-objects';
import { simulator } from '../../example-objects';

const NODE = `
apiVersion: v1
kind: Node
metadata: { name: kind-control-plane }
status:
  allocatable: { cpu: "4", memory: 8Gi }`;

const onNode = (cpu: string, replicas: number) =>
  documents(
    NODE,
    NODE.replace('control-plane', 'worker'),
    simulator({
      object: `spec: { replicas: ${replicas} }`,
      container: `resources: { requests: { cpu: "${cpu}", memory: 2Gi } }`,
    }),
  );

const limited = (limits: string) => simulator({ container: `resources: { limits: ${limits} }` });

const large = (cpu: number) => simulator({ container: `resources: { requests: { cpu: "${cpu}", memory: 1Gi } }` });

export const POD_RESOURCES_EXAMPLES: Examples = {
  'LLMD-POD-NODE': { failing: onNode('6', 1), passing: onNode('1', 1) },
  'LLMD-POD-NODES-FULL': { failing: onNode('1', 9), passing: onNode('1', 3) },
  'LLMD-SIMULATOR-DEVICE': { failing: limited('{ nvidia.com/gpu: 1 }'), passing: limited('{ memory: 256Mi }') },
  'LLMD-POD-SIZE': { failing: large(8), passing: large(1) },
};
