import type { OpenApiSchema } from '../../../../lib/api-server/schema/definition';

const STRING: OpenApiSchema = { type: 'string', maxLength: 100 };
const INTEGER: OpenApiSchema = { type: 'integer' };

/** The schema of the objects for the rules of `CASES`. */
export const SCHEMA: OpenApiSchema = {
  type: 'object',
  required: ['name'],
  properties: {
    name: STRING,
    kind: { ...STRING, default: 'Service' },
    namespace: STRING,
    'x-y.z/a__b': STRING,
    count: INTEGER,
    ratio: { type: 'number' },
    flag: { type: 'boolean' },
    size: { 'x-kubernetes-int-or-string': true, maxLength: 100 },
    maybe: { ...STRING, nullable: true, default: 'x' },
    secret: { ...STRING, format: 'byte' },
    tags: { type: 'array', maxItems: 10, items: STRING },
    labels: { type: 'object', maxProperties: 10, additionalProperties: STRING },
    ports: {
      type: 'array',
      maxItems: 10,
      items: { type: 'object', required: ['port'], properties: { port: INTEGER, name: STRING } },
    },
    inner: { type: 'object', properties: { deep: STRING } },
  },
};

/** A rule, and the fields of `self` beside its `name` and `kind`: `a` and `Service`, unless others are given. */
export type Case = readonly [rule: string, fields?: { readonly [field: string]: unknown }];

export const HOLDS: readonly Case[] = [
  ["self.name == 'a' && self.kind == 'Service'"],
  ['!has(self.count)'],
  ['!has(self.maybe)', { maybe: null }],
  ['has(self.maybe) && self.maybe == "x"', { maybe: 'x' }],
  ['has(self.secret)', { secret: 'aGk=' }],
  [
    "self.__namespace__ == 'n' && self.x__dash__y__dot__z__slash__a__underscores__b == 'b'",
    { namespace: 'n', 'x-y.z/a__b': 'b' },
  ],
  // An error in one operand is ignored where the other decides.
  ["self.namespace == 'n' || true"],
  ["!(self.namespace == 'n' && false)"],
  ["true || self.namespace == 'n'"],
  ['self.ports.exists(p, p.name == "b")', { ports: [{ port: 1 }, { port: 2, name: 'b' }] }],
  ['!self.ports.all(p, p.name == "b")', { ports: [{ port: 1 }, { port: 2, name: 'c' }] }],
  ['self.size >= 1 || self.size == "x"', { size: 'x' }],
  // A check in one operand applies to the next.
  ["!has(self.inner) || !has(self.inner.deep) || self.inner.deep == 'd'", { inner: { deep: 'd' } }],
  ["has(self.inner) ? has(self.inner.deep) && self.inner.deep != '' : true"],
  ['has(self.count) == has(self.ratio)'],
  // Macros.
  ['self.ports.exists_one(p, p.port == 1)', { ports: [{ port: 1 }, { port: 2 }] }],
  ['self.ports.map(p, p.port) == [1, 2]', { ports: [{ port: 1 }, { port: 2 }] }],
  ['self.ports.map(p, p.port > 1, p.port + 1) == [3]', { ports: [{ port: 1 }, { port: 2 }] }],
  ['self.ports.filter(p, p.port > 1).size() == 1', { ports: [{ port: 1 }, { port: 2 }] }],
  ["self.labels.all(k, self.labels[k] == 'v')", { labels: { a: 'v', b: 'v' } }],
  ['self.tags.all(field, self.tags.exists_one(item, item == field))', { tags: ['a', 'b'] }],
  ['self.tags.all(class, class != "")', { tags: ['a'] }],
  // Operators.
  ['self.count / 2 == 3 && -self.count / 2 == -3 && self.count % 4 == 3', { count: 7 }],
  ['self.count + 1 - 2 * 3 == 2 && -(self.count) < 0', { count: 7 }],
  ['self.ratio < 1 && self.ratio * 2.0 == 1.0 && 1.0 / self.ratio == 2.0', { ratio: 0.5 }],
  ['self.count >= 0.5', { count: 1 }],
  ["self.name + 'b' == 'ab' && 'a' < 'b'"],
  ["self.tags + ['c'] == ['a', 'c']", { tags: ['a'] }],
  ["self.name in ['a', 'b'] && !('c' in self.tags) && 'k' in self.labels", { tags: ['a'], labels: { k: 'v' } }],
  ["{'a': 1, 'b': 2}[self.name] == 1"],
  ["self.flag ? self.name == 'a' : false", { flag: true }],
  ["(self.flag ? self.name : self.kind) == 'Service'", { flag: false }],
  ['self.tags[1] == "b" && self.tags[size(self.tags) - 1] == "b"', { tags: ['a', 'b'] }],
  ["self.labels.k == 'v' && has(self.labels.k) && !has(self.labels.l)", { labels: { k: 'v' } }],
  // int-or-string.
  ['type(self.size) == int && self.size > 2 && string(self.size) == "3"', { size: 3 }],
  ["type(self.size) == string && self.size.endsWith('%') && size(self.size) == 2", { size: '3%' }],
  ["int(self.size) == 12 && int('-5') == -5 && int(2.9) == 2", { size: '12' }],
  // Strings: positions count code points.
  ["'é😀a'.size() == 3 && 'é😀a'.indexOf('a') == 2 && 'é😀a'.charAt(1) == '😀' && 'é😀a'.substring(1) == '😀a'"],
  ["'tacocat'.indexOf('a', 2) == 5 && 'tacocat'.indexOf('') == 0 && 'tacocat'.indexOf('', 3) == 3"],
  ["'tacocat'.indexOf('a', 7) == -1 && 'tacocat'.indexOf('x') == -1 && ''.indexOf('x') == -1"],
  ["'tacocat'.lastIndexOf('a') == 5 && 'tacocat'.lastIndexOf('a', 4) == 1 && 'tacocat'.lastIndexOf('') == 7"],
  ["'tacocat'.lastIndexOf('t', 7) == -1 && 'tacocat'.lastIndexOf('', 3) == 3 && 'tacocat'.lastIndexOf('x') == -1"],
  ["'tacocat'.substring(0, 4) == 'taco' && 'tacocat'.substring(7) == '' && 'abc'.charAt(3) == ''"],
  ["'TacoCÄt'.lowerAscii() == 'tacocÄt' && 'tacocät'.upperAscii() == 'TACOCäT'"],
  ["'a b b'.replace('b', '$&') == 'a $& $&' && 'abab'.replace('b', 'c', 1) == 'acab'"],
  ["'abab'.replace('b', 'c', 0) == 'abab' && 'abab'.replace('b', 'c', -1) == 'acac'"],
  ["'a,b,c'.split(',') == ['a', 'b', 'c'] && 'a,b,c'.split(',', 2) == ['a', 'b,c'] && 'a,b'.split(',', 0).size() == 0"],
  ["'a,b,c'.split(',', -1).size() == 3 && 'é😀'.split('') == ['é', '😀'] && ''.split(',') == ['']"],
  ["['a', 'b'].join() == 'ab' && ['a', 'b'].join('-') == 'a-b' && ' \\u00a0\\u0085a\\t'.trim() == 'a'"],
  ["'ab'.contains('') && 'ab'.startsWith('a') && 'ab'.endsWith('b')"],
  ["string(self.count) == '5' && string(true) == 'true'", { count: 5 }],
  // Regular expressions search, unless they are anchored.
  ["'xay'.matches('a') && !'xay'.matches('^a') && matches('a\\nb', 'a.b') == false && 'a\\rb'.matches('a.b')"],
  ["'Foo'.matches('(?i)^fOO$') && 'a/b-c_d'.matches(r'^[a-z/]+\\-[\\w]\\_d$') && '\\u00a0'.matches('\\\\s') == false"],
  ["'a]b'.matches('^[^]x]+]b$') && 'a}'.matches('a}') && 'a.b'.matches(r'\\.') && 'ab'.matches('^(?:a|b){2,3}?$')"],
  // Durations.
  ["duration('1h30m') == duration('90m') && duration('-1.5s') < duration('0') && duration('1us') == duration('1µs')"],
  ["duration('.5s') == duration('500ms') && duration('1.s') == duration('1s') && duration('0.1ns') == duration('0')"],
  // Quantities, URLs and addresses.
  ["quantity('1Ki').isGreaterThan(quantity('1k')) && quantity('100m').isLessThan(quantity('0.2'))"],
  ["isQuantity('1e3') && !isQuantity('1x') && !isQuantity('') && isQuantity('-.5')"],
  ["isURL('https://a.b:80/c?d#e') && isURL('/path') && !isURL('a.b') && !isURL('') && isURL('mailto:a')"],
  ["!isURL('http://a b') && !isURL('http://a:x') && !isURL('http://[::1') && !isURL('http://a/%zz') && isURL('*')"],
  [
    "!isURL(':a') && !isURL('http://a\\tb') && isURL('http://u:p@[::1]:8/') && !isURL('http://u ser@a') && !isURL('http://[1.2.3.4]')",
  ],
  [
    "url('HTTPS://Example.com:80/x').getScheme() == 'https' && url('http://Example.com:80/x').getHostname() == 'Example.com'",
  ],
  [
    "url('http://[::1]:80').getHostname() == '::1' && url('http://[::1]:80').getHost() == '[::1]:80' && url('http://a:').getPort() == ''",
  ],
  ["url('http://').getHostname() == '' && url('/x').getScheme() == '' && url('http://a%C3%A4').getHostname() == 'aä'"],
  ["isIP('1.2.3.4') && isIP('::1') && isIP('1:2:3:4:5:6:7:8') && isIP('::1.2.3.4') && isIP('fe80::')"],
  [
    "!isIP('1.2.3') && !isIP('01.2.3.4') && !isIP('1.2.3.256') && !isIP('::1::') && !isIP('fe80::1%eth0') && !isIP('::ffff:1.2.3.4') && !isIP('')",
  ],
];

/** Rules that end in an error, with the API server's message. */
export const ERRORS: readonly (readonly [...Required<Case>, error: string])[] = [
  ["self.namespace == 'n'", {}, 'no such key: namespace'],
  ["self.inner.deep == 'd'", {}, 'no such key: inner'],
  ["self.maybe == 'd'", { maybe: null }, 'no such key: maybe'],
  ["self.labels['x'] == ''", { labels: {} }, 'no such key: x'],
  ["self.labels.x == ''", { labels: {} }, 'no such key: x'],
  ["self.namespace == 'n' && self.count == 1", {}, 'no such key: namespace'],
  ["self.namespace == 'n' || self.count == 1", {}, 'no such key: namespace'],
  ["true && self.namespace == 'n'", {}, 'no such key: namespace'],
  ['self.ports.all(p, p.name == "b")', { ports: [{ port: 2, name: 'b' }, { port: 1 }] }, 'no such key: name'],
  ['self.ports.exists(p, p.name == "b")', { ports: [{ port: 1 }, { port: 2, name: 'c' }] }, 'no such key: name'],
  ['self.ports.exists_one(p, p.name == "b")', { ports: [{ port: 1 }, { port: 2, name: 'b' }] }, 'no such key: name'],
  ['self.ports.filter(p, p.name == "b").size() == 0', { ports: [{ port: 1 }] }, 'no such key: name'],
  ['self.tags[1] == "b"', { tags: ['a'] }, 'index out of bounds: 1'],
  ['self.tags[-1] == "b"', { tags: ['a'] }, 'index out of bounds: -1'],
  ['1 / self.count == 1', { count: 0 }, 'division by zero'],
  ['1 % self.count == 1', { count: 0 }, 'modulus by zero'],
  ['self.count * self.count > 0', { count: 2 ** 40 }, 'integer overflow'],
  ['self.size > 1', { size: 'a' }, 'no such overload'],
  ['self.size.startsWith("a")', { size: 1 }, 'no such overload'],
  ['self.size.matches("a")', { size: 1 }, 'no such overload'],
  ['self.size.size() > 0', { size: 1 }, 'no such overload: size'],
  ['int(self.name) == 1', {}, "type conversion error from 'string' to 'int'"],
  ["duration(self.name) > duration('1s')", {}, "type conversion error from 'string' to 'google.protobuf.Duration'"],
  [
    "duration(self.name) > duration('1s')",
    { name: '1.s2' },
    "type conversion error from 'string' to 'google.protobuf.Duration'",
  ],
  [
    "duration(self.name) > duration('1s')",
    { name: '.s' },
    "type conversion error from 'string' to 'google.protobuf.Duration'",
  ],
  [
    "duration(self.name) > duration('1s')",
    { name: '2562048h' },
    "type conversion error from 'string' to 'google.protobuf.Duration'",
  ],
  ["quantity(self.name).isLessThan(quantity('1'))", {}, 'quantities must match the regular expression'],
  ["quantity(self.name).isLessThan(quantity('1'))", { name: '1K' }, "unable to parse quantity's suffix"],
  ["url(self.name).getHost() == ''", {}, 'URL parse error during conversion from string'],
  ['self.name.charAt(2) == ""', {}, 'index out of range: 2'],
  ['self.name.substring(2) == ""', {}, 'index out of range: 2'],
  ['self.name.substring(0, 2) == ""', {}, 'index out of range: 2'],
  ['self.name.substring(1, 0) == ""', {}, 'invalid substring range. start: 1, end: 0'],
  ['self.name.indexOf("a", -1) == 0', {}, 'index out of range: -1'],
  ['self.name.lastIndexOf("a", -1) == 0', {}, 'index out of range: -1'],
];
