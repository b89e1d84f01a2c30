import fc from 'fast-check';
import { LlmdError } from '../lib/errors';
import { checkedName, checkedLabels, checkedServiceName } from '../lib/names';

/** RFC 1123 as the RFC words it, and not as the code does: labels, no dash at the ends, at most 63 octets. */
const RFC_1123 = /^(?!-)[0-9a-z-]{1,63}(?<!-)$/;
const RFC_1035 = /^(?=[a-z])(?!-)[0-9a-z-]{1,63}(?<!-)$/;
/** kubernetes/apimachinery pkg/util/validation: IsQualifiedName and IsValidLabelValue. */
const LABEL_VALUE = /^$|^(?=.{1,63}$)[0-9A-Za-z](?:.*[0-9A-Za-z])?$/;
const LABEL_CHARACTERS = /^[\w.-]*$/;
const LABEL_KEY =
  /^(?:(?=[^/]{1,253}\/)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\/)?[^/]+$/;

const LONGEST = 'a'.repeat(63);

/** Strings near the border of what is valid, and any others. */
const anyName = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'ab09-.A_/ \n') }),
  fc.stringMatching(/^[a-z0-9-]{55,70}$/),
  fc.stringMatching(/^[a-z0-9]{1,3}[a-z0-9.-]{0,5}$/),
  fc.constantFrom('__proto__', 'constructor', 'hasOwnProperty', 'é', 'ı', 'K', 'a\n', '\na'),
);

/** Either the result, or the code of the refusal. Any other error fails the test. */
function outcome<T>(call: () => T): { value: T } | { code: string } {
  try {
    return { value: call() };
  } catch (error) {
    if (error instanceof LlmdError) {
      return { code: error.details.code };
    }
    throw error;
  }
}

describe('a name of an object', () => {
  test.each(['a', '0', 'a-b', 'a--b', '9lives', LONGEST])('%s is kept as it is', (name) => {
    expect(checkedName('test', name)).toBe(name);
  });

  test.each(['', '-a', 'a-', 'A', 'a.b', 'a_b', 'a b', 'a\n', 'ä', `${LONGEST}a`])('%j is refused', (name) => {
    expect(() => checkedName('test', name)).toThrow(/^LLMD-NAME at test: got /);
  });

  test('is refused with what came, what would be right and what to do', () => {
    expect(() => checkedName('test/vllm', 'My_Model')).toThrowErrorMatchingInlineSnapshot(
      `"LLMD-NAME at test/vllm: got "My_Model", expected at most 63 characters: lower-case letters, digits and dashes, with a letter or digit at both ends (RFC 1123). Fix: pass a \`name\`, or use such a name as the id."`,
    );
  });

  test('is RFC 1123 or refused, whatever comes', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        expect(outcome(() => checkedName('test', name))).toEqual(
          RFC_1123.test(name) ? { value: name } : { code: 'LLMD-NAME' },
        );
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a name of a Service', () => {
  test('begins with a letter', () => {
    expect(checkedServiceName('test', 'lives9')).toBe('lives9');
    expect(() => checkedServiceName('test', '9lives')).toThrowErrorMatchingInlineSnapshot(
      `"LLMD-NAME-SERVICE at test: got "9lives", expected a letter at the beginning, since a Service gets this name. Fix: pass a \`name\` that begins with a letter."`,
    );
  });

  test('is RFC 1035 or refused, whatever comes', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const code = RFC_1123.test(name) ? 'LLMD-NAME-SERVICE' : 'LLMD-NAME';
        expect(outcome(() => checkedServiceName('test', name))).toEqual(
          RFC_1035.test(name) ? { value: name } : { code },
        );
      }),
      { numRuns: 2000 },
    );
  });
});

describe('labels', () => {
  const VALUES = ['', 'a', 'A', '1', 'a.b_c-d', LONGEST];
  const KEYS = ['a', 'A', 'a.b_c', 'llm-d.ai/model', 'a/b', `${LONGEST}.${LONGEST}/${LONGEST}`, 'constructor'];

  test.each([...VALUES.map((value) => ['key', value]), ...KEYS.map((key) => [key, 'value'])])(
    '%s: %j are kept as they are',
    (key, value) => {
      expect(checkedLabels('test', { [key]: value })).toEqual({ [key]: value });
    },
  );

  test.each(['', '/', 'a/', '/a', 'a/b/c', '-a', 'a-', 'A/b', 'a..b/c', 'a b', `${LONGEST}a`, `${'a.'.repeat(127)}/a`])(
    'the key %j is refused',
    (key) => {
      expect(() => checkedLabels('test', { [key]: 'value' })).toThrow(/^LLMD-LABEL-KEY at test: got /);
    },
  );

  test.each(['-a', 'a-', 'a b', 'a/b', 'ä', 'a\n', `${LONGEST}a`])('the value %j is refused', (value) => {
    expect(() => checkedLabels('test', { key: value })).toThrow(
      /^LLMD-LABEL-VALUE at test: got .* for the label key, /,
    );
  });

  test.each([true, 1, null])(
    'the value %j of untyped code is refused, since YAML would not make it a string',
    (value) => {
      expect(() => checkedLabels('test', { key: value as unknown as string })).toThrow(
        /^LLMD-LABEL-VALUE at test: got (true|1|null) for the label key, .* quote it if it is a number or a boolean\.$/,
      );
    },
  );

  test('are valid or refused, whatever comes', () => {
    const valid = (value: string) => LABEL_VALUE.test(value) && LABEL_CHARACTERS.test(value);
    fc.assert(
      fc.property(anyName, anyName, (key, value) => {
        const keyIsValid =
          LABEL_KEY.test(key) && key.slice(key.indexOf('/') + 1) !== '' && valid(key.replace(/^.*\//s, ''));
        const code = keyIsValid ? 'LLMD-LABEL-VALUE' : 'LLMD-LABEL-KEY';
        expect(outcome(() => checkedLabels('test', { [key]: value }))).toEqual(
          keyIsValid && valid(value) ? { value: { [key]: value } } : { code },
        );
      }),
      { numRuns: 2000 },
    );
  });
});
