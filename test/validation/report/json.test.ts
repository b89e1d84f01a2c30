import { type Diagnostic, reportJson } from '../../../lib/validation';

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

const NO_FILE: Diagnostic = {
  code: 'LLMD-FILE',
  severity: 'error',
  file: 'c.yaml',
  path: '',
  message: 'not there',
  remedy: 'look',
};

describe('JSON', () => {
  test('has every key, in one order', () => {
    expect(reportJson([DIAGNOSTIC, NO_FILE])).toMatchSnapshot();
  });

  test('is an array even where nothing is found', () => expect(reportJson([])).toBe('[]\n'));
});
