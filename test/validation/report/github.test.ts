import { type Diagnostic, reportGithub } from '../../../lib/validation';

const DIAGNOSTIC: Diagnostic = {
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
const MADE: Diagnostic = {
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

const CLUSTER: Diagnostic = {
  ...DIAGNOSTIC,
  severity: 'note',
  kind: 'ClusterRole',
  namespace: undefined,
  name: 'epp',
  path: '',
};

const BROKEN: Diagnostic = {
  code: 'LLMD-YAML',
  severity: 'error',
  file: 'b.yaml',
  document: 3,
  line: 9,
  path: '',
  message: 'line 9: no',
  remedy: 'remove it',
};

const NO_FILE: Diagnostic = {
  code: 'LLMD-FILE',
  severity: 'error',
  file: 'c.yaml',
  path: '',
  message: 'not there',
  remedy: 'look',
};

describe('GitHub', () => {
  test('is a workflow command for each diagnostic', () => {
    expect(reportGithub([DIAGNOSTIC, MADE, CLUSTER, BROKEN, NO_FILE])).toMatchSnapshot();
  });

  test('escapes what would end a command or a property', () => {
    const message = '100 %\r\nof a: b, c';
    expect(reportGithub([{ ...DIAGNOSTIC, file: 'a,b:c%.yaml', message, remedy: '' }])).toMatchSnapshot();
  });

  test('is empty without diagnostics', () => expect(reportGithub([])).toBe(''));
});
