import { httpUrl, list, natural, positive, rate, requests, split, whole } from '../../lib/cli/arguments';

test.each<[string, (text: string) => unknown, string, unknown]>([
  ['a positive number', positive, '0.5', 0.5],
  ['a rate', rate, '10000', 10_000],
  ['a low rate', rate, '0.01', 0.01],
  ['a number of requests', requests, '1000000', 1_000_000],
  ['a natural number', natural, '3', 3],
  ['a whole number', whole, '0', 0],
  ['a URL', httpUrl, 'https://llm.example/v1', 'https://llm.example/v1'],
  ['a list', list, 'a, b ,c', ['a', 'b', 'c']],
  ['weights', split, 'chat=model:90, org/other:v2:10', { chat: { model: 90, 'org/other:v2': 10 } }],
])('%s', (_, parse, text, value) => expect(parse(text)).toEqual(value));

test.each<[(text: string) => unknown, string, string]>([
  [positive, '0', 'Expected a number above 0.'],
  [positive, 'Infinity', 'Expected a number above 0.'],
  [natural, '0', 'Expected a whole number above 0.'],
  [whole, '-1', 'Expected a whole number.'],
  [whole, '1.5', 'Expected a whole number.'],
  [httpUrl, 'ftp://llm.example', 'Expected a URL like http://localhost:8080.'],
  [split, 'chat=model', 'Expected an alias and the weights of its targets'],
  [split, 'chat=model:0', 'Expected an alias and the weights of its targets'],
  [rate, '0', 'Expected a number from 0.01 to 10,000.'],
  [rate, '0.009', 'Expected a number from 0.01 to 10,000.'],
  [rate, '10000.1', 'Expected a number from 0.01 to 10,000.'],
  [rate, 'x', 'Expected a number from 0.01 to 10,000.'],
  [requests, '0', 'Expected a whole number above 0.'],
  [requests, '1000001', 'Expected a whole number from 1 to 1,000,000.'],
])('%p refuses %j', (parse, text, message) => expect(() => parse(text)).toThrow(message));

test('weights of several options come together; a later one replaces those of its alias', () => {
  expect(split('b=y:1', split('a=x:1'))).toEqual({ a: { x: 1 }, b: { y: 1 } });
  expect(split('a=y:2', split('a=x:1'))).toEqual({ a: { y: 2 } });
});
