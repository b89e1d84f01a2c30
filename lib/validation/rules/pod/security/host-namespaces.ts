import type { Control } from './control';

export const HOST_NAMESPACES: Control = {
  name: 'HOST-NAMESPACES',
  title: "Pods do not share their node's namespaces",
  why: "In the node's namespaces a pod sees the traffic, processes or memory of everything that runs there.",
  remedy: 'take the field away; RDMA and NCCL work in a namespace of their own with a device plugin',
  *check({ path, spec }) {
    for (const field of ['hostNetwork', 'hostPID', 'hostIPC']) {
      if (spec[field] === true) {
        yield { path: [...path, 'spec', field], got: `the pod sets ${field}`, expected: 'a namespace of its own' };
      }
    }
  },
};
