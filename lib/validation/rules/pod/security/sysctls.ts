import { podContext } from './contexts';
import type { Control } from './control';

const SAFE = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.tcp_wmem',
];

export const SYSCTLS: Control = {
  name: 'SYSCTLS',
  title: 'Pods set only sysctls that are safe',
  why: 'A sysctl without a namespace of its own changes the kernel for every pod of the node.',
  remedy: 'take the sysctl away, or set it on the node',
  *check(pod) {
    const { path, context } = podContext(pod);
    for (const [index, { name }] of (context.sysctls ?? []).entries()) {
      if (name === undefined || SAFE.includes(name)) continue;
      yield { path: [...path, 'sysctls', index, 'name'], got: `the pod sets ${name}`, expected: 'a safe sysctl' };
    }
  },
};
