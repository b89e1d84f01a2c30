import type { Level } from '../../../facts/pod-security-levels';
import { containerContexts, isWindows } from './contexts';
import type { Control } from './control';

/** What each level lets a container add. */
const ALLOWED: { readonly [level in Level]: readonly string[] } = {
  baseline: [
    'AUDIT_WRITE',
    'CHOWN',
    'DAC_OVERRIDE',
    'FOWNER',
    'FSETID',
    'KILL',
    'MKNOD',
    'NET_BIND_SERVICE',
    'SETFCAP',
    'SETGID',
    'SETPCAP',
    'SETUID',
    'SYS_CHROOT',
  ],
  restricted: ['NET_BIND_SERVICE'],
};

export const CAPABILITIES: Control = {
  name: 'CAPABILITIES',
  title: 'Containers drop all capabilities',
  why: 'A capability is a part of the rights of root. No engine and no picker of llm-d needs one to serve.',
  remedy: 'set securityContext.capabilities.drop: [ALL], and add at most NET_BIND_SERVICE',
  *check(pod, level) {
    if (level === 'restricted' && isWindows(pod)) return;
    for (const { who, path, context } of containerContexts(pod)) {
      const { add = [], drop = [] } = context.capabilities ?? {};
      const dropped = drop.filter(Boolean).join(', ');
      if (level === 'restricted' && !drop.includes('ALL')) {
        yield {
          path: [...path, 'capabilities', 'drop'],
          got: `${who} drops ${dropped || 'no capability'}`,
          expected: 'ALL among them',
        };
      }
      for (const [index, capability] of add.entries()) {
        if (ALLOWED[level].includes(capability)) continue;
        yield {
          path: [...path, 'capabilities', 'add', index],
          got: `${who} adds ${capability}`,
          expected: `none but ${ALLOWED[level].join(', ')}`,
        };
      }
    }
  },
};
