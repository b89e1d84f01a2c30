import type { Diagnostic } from '../../lib/validation';

/* Diagnostics for the tests of reports. */

/** A diagnostic of an object in a file. */
export const DIAGNOSTIC: Diagnostic = {
  code: 'LLMD-SERVICE-PORT',
  severity: 'error',
  file: 'dist/a.yaml',
  document: 2,
  line: 14,
  kind: 'Service',
  namespace: 'default',
  name: 'vllm',
  path: 'spec.ports[0].port',
  message: 'port 8080 is no port',
  remedy: 'write 8000',
};

/** A diagnostic of a construct, which has no file. */
export const MADE: Diagnostic = {
  code: 'LLMD-POD-SIZE',
  severity: 'warning',
  construct: 'opt/vllm/deployment',
  kind: 'Deployment',
  namespace: 'default',
  name: 'vllm',
  path: '',
  message: '64Gi do not fit',
  remedy: 'ask for less',
};

/** A diagnostic of an object without a namespace. */
export const CLUSTER: Diagnostic = {
  ...DIAGNOSTIC,
  severity: 'note',
  kind: 'ClusterRole',
  namespace: undefined,
  name: 'epp',
  path: '',
};

/** A diagnostic of a text that is no YAML. */
export const BROKEN: Diagnostic = {
  code: 'LLMD-YAML',
  severity: 'error',
  file: 'b.yaml',
  document: 3,
  line: 9,
  path: '',
  message: 'line 9: no',
  remedy: 'remove it',
};

/** A diagnostic of a file that cannot be read. */
export const NO_FILE: Diagnostic = {
  code: 'LLMD-FILE',
  severity: 'error',
  file: 'c.yaml',
  path: '',
  message: 'not there',
  remedy: 'look',
};
