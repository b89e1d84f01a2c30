import { parse } from 'yaml';
import { checkStructure } from '../../../lib/api-server/check-object';
import { Definitions } from '../../../lib/api-server/definitions/definitions';
import { showPath } from '../../../lib/text/path';
import { validate } from '../../../lib/validation/validate';
import { crdWith } from '../../support/violations';

function definition(spec: string, version: object = {}): any {
  const crd = crdWith({ spec: parse(spec) as object }, { storage: true, ...version });
  return { apiVersion: 'apiextensions.k8s.io/v1', ...crd };
}

const thing = (spec: object, apiVersion = 'example.com/v1') => ({
  apiVersion,
  kind: 'Thing',
  metadata: { name: 'a' },
  spec,
});

/** `CODE path: message` for each violation of a Thing beside its definition. */
function violations(crd: any, object: any): string[] {
  return checkStructure({ object }, { definitions: new Definitions([{ object: crd }]) }).violations.map(
    ({ code, path, message }) => `${code} ${showPath(path)}: ${message}`,
  );
}

/** The violations of a spec for which `rule` must hold. */
function ruleViolations(rule: object, spec: object): string[] {
  const crd = definition(SCHEMA);
  crd.spec.versions[0].schema.openAPIV3Schema.properties.spec['x-kubernetes-validations'] = [rule];
  return violations(crd, thing(spec));
}

const SCHEMA = `
type: object
required: [port]
properties:
  port: { type: integer, minimum: 1 }
  max: { type: integer, default: 8000 }
  host: { type: string }
  size: { x-kubernetes-int-or-string: true }
  x-y: { type: string }
  hash: { type: string, format: byte }
  maybe: { type: string, nullable: true }
  labels: { type: object, additionalProperties: { type: integer } }
  list: { type: array, items: { type: object, properties: { name: { type: string } } } }
`;

describe('the schema of a definition among the objects', () => {
  test.each<[string, object, ...string[]]>([
    ['an object that fits', { port: 8000 }],
    ['a missing field', {}, 'LLMD-REQUIRED spec.port: port is missing'],
    ['a wrong type', { port: '80' }, 'LLMD-TYPE spec.port: "80" is a string, expected an integer'],
  ])('%s', (_, spec, ...expected) => expect(violations(definition(SCHEMA), thing(spec))).toEqual(expected));

  test('a version that is not served', () => {
    expect(violations(definition(SCHEMA), thing({}, 'example.com/v2'))).toEqual([
      'LLMD-KIND apiVersion: Thing is served as example.com/v1, and as example.com/v2 not',
    ]);
  });

  test('a schema that is not supported', () => {
    expect(violations(definition('{ type: object, uniqueItems: true }'), thing({}))).toEqual([
      'LLMD-KIND-NOT-CHECKED : things.example.com v1 has uniqueItems, which is not supported, so only its metadata was checked',
    ]);
  });

  test('an invalid definition defines nothing', () => {
    const crd = definition(SCHEMA);
    crd.spec.names.kind = 5;
    expect(violations(crd, thing({}))).toEqual([
      'LLMD-KIND-NOT-CHECKED : no schema of Thing in example.com/v1 is known, so only its metadata was checked',
    ]);
  });

  test('a kind of which this package ships the schema keeps it', () => {
    const pool = definition(SCHEMA);
    Object.assign(pool.spec, { group: 'inference.networking.k8s.io', names: { kind: 'InferencePool', plural: 'p' } });
    const object = { apiVersion: 'inference.networking.k8s.io/v1', kind: 'InferencePool', metadata: { name: 'a' } };
    expect(violations(pool, object)).toEqual(['LLMD-REQUIRED spec: spec is missing']);
  });
});

describe('CEL rules of a definition among the objects', () => {
  test.each<[string, object, ...string[]]>([
    ['self.port < 9000', { port: 8000 }],
    ['self.port < 9000', { port: 9000 }, 'LLMD-CEL spec: failed rule: self.port < 9000'],
    ['self.port <= self.max // the default counts', { port: 8000 }],
    ['self.max / (self.port - 1) > 0', { port: 1 }, 'LLMD-CEL spec: int divide by zero'],
    ["self.host == 'a'", { port: 1 }, 'LLMD-CEL spec: field not found: host'],
    ["self.x__dash__y == 'a' && !has(self.maybe)", { port: 1, 'x-y': 'a', maybe: null }],
    ["self.size == 5 || self.size == '5'", { port: 1, size: '5' }],
    ["self.hash == b'hi'", { port: 1, hash: 'aGk=' }],
    [
      "self.labels.all(k, self.labels[k] > 1) && self.list[0].name == 'b'",
      { port: 1, labels: { a: 2 }, list: [{ name: 'b' }] },
    ],
    ["matches(self.host, '^a+$') && self.host.matches('a')", { port: 1, host: 'aa' }],
    ["isIP('1.2.3.4') && isURL('http://a') && isQuantity('1Gi') && !isQuantity('x')", { port: 1 }],
    ["url('https://a:80/b').getHost() == 'a:80' && url('https://a:80/b').getPort() == '80'", { port: 1 }],
    ["url('https://a:80').getScheme() == 'https' && url('https://a:80').getHostname() == 'a'", { port: 1 }],
    ["quantity('1Ki').isGreaterThan(quantity('1k')) && quantity('1Ei').isLessThan(quantity('2Ei'))", { port: 1 }],
    ["self.host.lowerAscii() == 'a'", { port: 1, host: 'A' }],
    ['self.port == oldSelf.port', { port: 1 }],
  ])('%s of %j', (rule, spec, ...expected) => {
    expect(ruleViolations({ rule }, spec)).toEqual(expected.map((text) => expect.stringContaining(text) as string));
  });

  test.each([
    ["cidr('10.0.0.0/8').containsIP('10.1.1.1')", 'unbound function: containsIP'],
    ['self.list.isSorted()', 'unbound function: isSorted'],
    ['sets.contains([1], [1])', 'unresolved attribute'],
    ['self.?host.hasValue()', 'it cannot be parsed: '],
  ])('%s is not checked', (rule, why) => {
    expect(ruleViolations({ rule, message: 'MESSAGE' }, { port: 1 })).toEqual([
      expect.stringContaining(
        `LLMD-CEL-NOT-CHECKED spec: the rule of the definition "MESSAGE" was not checked: ${why}`,
      ),
    ]);
  });

  test('an optional old self is not known', () => {
    const rule = { rule: '!oldSelf.hasValue()', optionalOldSelf: true };
    expect(ruleViolations(rule, { port: 1 })).toEqual([expect.stringContaining('it uses oldSelf as an optional')]);
  });

  test.each([
    [{ messageExpression: "'port ' + string(self.port)", fieldPath: '.port' }, 'LLMD-CEL spec.port: port 1'],
    [{ messageExpression: 'self.foo()', message: 'no port' }, 'LLMD-CEL spec: no port'],
    [{ messageExpression: '1 +', message: 'no port' }, 'LLMD-CEL spec: no port'],
  ])('the message of %j', (texts, expected) => {
    expect(ruleViolations({ rule: 'self.port > 1', ...texts }, { port: 1 })).toEqual([expected]);
  });

  test('rules are checked only when the schema holds', () => {
    expect(ruleViolations({ rule: 'self.port > 1' }, {})).toEqual(['LLMD-REQUIRED spec.port: port is missing']);
  });

  test('rules see the name and the kind of an object', () => {
    const crd = definition(SCHEMA);
    crd.spec.versions[0].schema.openAPIV3Schema['x-kubernetes-validations'] = [
      { rule: "self.kind == 'Thing' && self.metadata.name != 'a'", message: 'a name' },
    ];
    expect(violations(crd, thing({ port: 1 }))).toEqual(['LLMD-CEL : a name']);
  });
});

test('validation finds the definition of an object before and after it', () => {
  const crd = definition(
    "{ type: object, x-kubernetes-validations: [{ rule: 'has(self.a)' }], properties: { a: { type: string } } }",
  );
  const codes = (objects: readonly object[]) => validate(objects.map((object) => ({ object }))).map(({ code }) => code);
  expect(codes([thing({}), crd])).toEqual(['LLMD-CEL']);
  expect(codes([thing({ a: 'x' }), crd])).toEqual([]);
  expect(codes([thing({})])).toEqual(['LLMD-KIND-NOT-CHECKED']);
});

describe('@bufbuild/cel', () => {
  /** Whether it is loaded when an object is checked beside a definition. */
  function isLoaded(crd: any): boolean {
    let loaded = false;
    jest.isolateModules(() => {
      jest.doMock('@bufbuild/cel', () => {
        loaded = true;
        return jest.requireActual('@bufbuild/cel');
      });
      /* eslint-disable @typescript-eslint/no-require-imports, @typescript-eslint/consistent-type-imports */
      const { validate: run } =
        require('../../../lib/validation/validate') as typeof import('../../../lib/validation/validate');
      run([{ object: crd }, { object: thing({ port: 1 }) }]);
    });
    jest.dontMock('@bufbuild/cel');
    return loaded;
  }

  test('is loaded only for rules of a definition among the objects', () => {
    const withRule = definition(SCHEMA);
    withRule.spec.versions[0].schema.openAPIV3Schema.properties.spec['x-kubernetes-validations'] = [{ rule: 'true' }];
    expect([isLoaded(definition(SCHEMA)), isLoaded(withRule)]).toEqual([false, true]);
  });
});
