import { contextsOf } from './contexts';
import type { Control } from './control';

const TYPES = ['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'];

export const SELINUX: Control = {
  name: 'SELINUX',
  title: 'Containers keep the SELinux label of containers',
  why: 'With another user, role or type SELinux allows a container to access files of the node.',
  remedy: 'take seLinuxOptions away, or set one of the types of containers',
  *check(pod) {
    for (const { who, path, context } of contextsOf(pod)) {
      const { type = '', user = '', role = '' } = context.seLinuxOptions ?? {};
      const place = (field: string) => [...path, 'seLinuxOptions', field];
      if (!TYPES.includes(type)) {
        const expected = `one of ${TYPES.filter(Boolean).join(', ')}`;
        yield { path: place('type'), got: `${who} has the SELinux type ${type}`, expected };
      }
      for (const [field, value] of Object.entries({ user, role })) {
        if (value === '') continue;
        yield { path: place(field), got: `${who} has the SELinux ${field} ${value}`, expected: `no ${field}` };
      }
    }
  },
};
