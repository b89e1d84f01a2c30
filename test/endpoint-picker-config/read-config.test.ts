import { checkConfig } from '../../lib/endpoint-picker-config/check-config';
import { violations } from './violations';

const RELEASE = 'gaie-v1.5.0';

/** Each violation as `line path`. */
const lines = (text: string) =>
  checkConfig(text, { release: RELEASE }).map(({ line, path }) => `${line} ${path.join('.')}`.trim());

describe('an empty text', () => {
  test.each(['', ' ', '\n', '# nothing\n', '---\n', 'null', '~', '{}'])('%j is taken', (text) => {
    expect(checkConfig(text, { release: RELEASE })).toEqual([]);
  });
});

describe('the line of a violation', () => {
  test.each<[string, string, string[]]>([
    ['of a value', 'kind: EndpointPickerConfig\nplugins:\n- type: absent\n', ['3 plugins.0.type']],
    ['of a key', 'plugins: []\nschedulingProfile: []\n', ['2 schedulingProfile']],
    ['of what is missing: around it', 'plugins:\n- type: queue-scorer\n\n- name: a\n', ['4 plugins.1']],
    ['below a separator', '# comment\n---\nkind: List\n', ['3 kind']],
    ['behind a separator', '--- {kind: List}\n', ['1 kind']],
    ['below a directive', '%YAML 1.1\n---\nkind: List\n', ['3 kind']],
    ['in JSON', '{\n "kind": "List",\n "plugins": 3\n}', ['2 kind', '3 plugins']],
    ['from top to bottom', 'plugins: 3\nkind: List\napiVersion: v1\n', ['1 plugins', '2 kind', '3 apiVersion']],
  ])('%s', (_, text, expected) => expect(lines(text)).toEqual(expected));
});

describe('YAML', () => {
  test.each<[string, string, unknown[]]>([
    [
      'repeats a key',
      'plugins:\n- type: a\n  type: queue-scorer\n',
      ['SYNTAX plugins[0].type: key "type" is there already, 1 line above; leave one of them'],
    ],
    [
      'repeats a key below a separator',
      '---\nkind: a\nkind: EndpointPickerConfig\n',
      ['SYNTAX kind: key "kind" is there already, 1 line above; leave one of them'],
    ],
    ['ends before it begins', '...\nplugins: []\n', ['SYNTAX : the document ends before it begins; remove the ...']],
    [
      'has a tab',
      'plugins:\n\t- type: queue-scorer\n',
      ['SYNTAX : a tab indents a line, where YAML wants spaces, in "\\t- type: …"; indent with spaces'],
    ],
    [
      'is indented unevenly',
      'plugins:\n  - type: queue-scorer\n - type: max-score-picker\n',
      [expect.stringMatching(/^SYNTAX : bad indentation of a mapping entry, in " - type: …"; /)],
    ],
    ['has a list beside a mapping', 'plugins: []\n- type: queue-scorer\n', [expect.stringMatching(/^SYNTAX : /)]],
    ['is not closed', 'plugins: [{ type: queue-scorer }\n\n', [expect.stringMatching(/^SYNTAX : /)]],
    [
      'knows the booleans of YAML 1.1',
      'plugins:\n- type: on\n',
      ['FIELD plugins[0].type: true is there, expected a string; write a string'],
    ],
    ['knows the numbers of YAML 1.1', 'kind: 0x10\n', ['FIELD kind: 16 is there, expected a string; write a string']],
    ['takes an alias', 'plugins:\n- &queue { type: queue-scorer }\n- { <<: *queue, name: other }\n', []],
  ])('%s', (_, text, expected) => {
    expect(violations(text, RELEASE).filter((violation) => !violation.startsWith('UNUSED'))).toEqual(expected);
  });
});

describe('what comes after the first document', () => {
  const rest = 'the endpoint picker reads the first YAML document, which ends here';
  test.each<[string, string, number]>([
    ['a second document', 'kind: EndpointPickerConfig\n---\nplugins: 3\n', 2],
    ['something behind the end', 'kind: EndpointPickerConfig\n...\nplugins: 3\n', 2],
    ['a directive', 'kind: EndpointPickerConfig\n%YAML 1.1\n', 2],
    ['a line further to the left', '  kind: EndpointPickerConfig\n  plugins: []\nplugins: 3\n', 3],
    ['a line further to the left, below a separator', '---\n\n  kind: EndpointPickerConfig\nplugins: 3\n', 4],
  ])('%s is not read', (_, text, line) => {
    expect(checkConfig(text, { release: RELEASE })).toEqual([
      {
        code: 'LLMD-EPP-CONFIG-NO-EFFECT',
        path: [],
        line,
        message: rest,
        remedy: 'take the rest away, or indent it like the beginning',
      },
    ]);
  });
});

describe('a text that begins with a brace', () => {
  test.each<[string, string, unknown[]]>([
    ['is JSON', ' {"plugins": [{"type": "queue-scorer"}]}', []],
    [
      'is no JSON',
      ' {plugins: []}',
      [
        expect.stringMatching(
          /^SYNTAX : the text begins with a brace, so it is read as JSON, and is none: .*; write JSON, or YAML without braces around it$/,
        ),
      ],
    ],
    [
      'repeats a key',
      '{"kind": "EndpointPickerConfig", "kind": "EndpointPickerConfig"}',
      ['SYNTAX kind: key "kind" is there already, on this line; leave one of them'],
    ],
    [
      'repeats a parameter',
      '{"plugins": [{"type": "max-score-picker", "parameters": {"maxNumOfEndpoints": 1, "maxNumOfEndpoints": 2}}]}',
      [],
    ],
  ])('%s', (_, text, expected) => expect(violations(text, RELEASE)).toEqual(expected));
});
