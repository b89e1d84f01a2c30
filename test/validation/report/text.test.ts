import { type Diagnostic, reportText } from '../../../lib/validation';

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

const UNUSED: Diagnostic = {
  code: 'LLMD-ACKNOWLEDGEMENT-UNUSED',
  severity: 'warning',
  path: '',
  message: 'unused',
  remedy: 'remove it',
};

describe('text', () => {
  test('is grouped by object, in the order in which they come, and sums up', () => {
    const second = { ...DIAGNOSTIC, severity: 'warning' as const, path: '', line: 10 };
    const diagnostics = [DIAGNOSTIC, MADE, second, CLUSTER, BROKEN, NO_FILE, UNUSED];
    expect(reportText(diagnostics, { objects: 14 })).toMatchSnapshot();
  });

  test('distinguishes objects of the same name', () => {
    const twice = [DIAGNOSTIC, { ...DIAGNOSTIC, file: 'dist/b.yaml' }];
    expect(reportText(twice, { objects: 2 })).toContain('2 errors in 2 of 2 objects');
  });

  test.each<[string, readonly Diagnostic[], number, string]>([
    ['nothing found', [], 14, '14 objects: no diagnostics\n'],
    ['one object', [], 1, '1 object: no diagnostics\n'],
  ])('%s', (_, diagnostics, objects, text) => expect(reportText(diagnostics, { objects })).toBe(text));

  test('has colours on a terminal', () => {
    expect(reportText([DIAGNOSTIC], { objects: 1, color: true })).toMatchSnapshot();
  });
});
