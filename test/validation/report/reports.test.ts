import { type Finding, reportGithub, reportJson, reportText } from '../../../lib/validation';

const FINDING: Finding = {
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

/** What only a construct says. */
const MADE: Finding = {
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

const CLUSTER: Finding = {
  ...FINDING,
  severity: 'note',
  kind: 'ClusterRole',
  namespace: undefined,
  name: 'epp',
  path: '',
};
const BROKEN: Finding = {
  code: 'LLMD-YAML',
  severity: 'error',
  file: 'b.yaml',
  document: 3,
  line: 9,
  path: '',
  message: 'line 9: no',
  remedy: 'mend it',
};
const NO_FILE: Finding = {
  code: 'LLMD-FILE',
  severity: 'error',
  file: 'c.yaml',
  path: '',
  message: 'not there',
  remedy: 'look',
};
const UNUSED: Finding = {
  code: 'LLMD-ACKNOWLEDGEMENT-UNUSED',
  severity: 'warning',
  path: '',
  message: 'unused',
  remedy: 'remove it',
};

describe('text', () => {
  test('is grouped by object, in the order in which they come, and sums up', () => {
    const second = { ...FINDING, severity: 'warning' as const, path: '', line: 10 };
    const findings = [FINDING, MADE, second, CLUSTER, BROKEN, NO_FILE, UNUSED];
    expect(reportText(findings, { objects: 14 })).toMatchSnapshot();
  });

  test('tells objects apart that have one name', () => {
    const twice = [FINDING, { ...FINDING, file: 'dist/b.yaml' }];
    expect(reportText(twice, { objects: 2 })).toContain('2 errors in 2 of 2 objects');
  });

  test.each<[string, readonly Finding[], number, string]>([
    ['nothing found', [], 14, '14 objects: no findings\n'],
    ['one object', [], 1, '1 object: no findings\n'],
  ])('%s', (_, findings, objects, text) => expect(reportText(findings, { objects })).toBe(text));

  test('has colours where somebody looks', () => {
    expect(reportText([FINDING], { objects: 1, color: true })).toMatchSnapshot();
  });
});

describe('JSON', () => {
  test('has every key, in one order', () => {
    expect(reportJson([FINDING, NO_FILE])).toMatchSnapshot();
  });

  test('is an array even where nothing is found', () => expect(reportJson([])).toBe('[]\n'));
});

describe('GitHub', () => {
  test('is a workflow command for each finding', () => {
    expect(reportGithub([FINDING, MADE, CLUSTER, BROKEN, NO_FILE])).toMatchSnapshot();
  });

  test('escapes what would end a command or a property', () => {
    const message = '100 %\r\nof a: b, c';
    expect(reportGithub([{ ...FINDING, file: 'a,b:c%.yaml', message, remedy: '' }])).toMatchSnapshot();
  });

  test('says nothing where nothing is found', () => expect(reportGithub([])).toBe(''));
});
