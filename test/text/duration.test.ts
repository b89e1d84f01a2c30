import { parseGatewayDuration, parseGoDuration, showGatewayDuration, showGoDuration } from '../../lib/text/duration';

describe('Go', () => {
  test.each<[string, number | bigint | undefined]>([
    ['0', 0],
    ['-0', 0],
    ['5s', 5e9],
    ['+5s', 5e9],
    ['-5s', -5e9],
    ['1m30s', 90e9],
    ['1h', 3600e9],
    ['1.5h', 5400e9],
    ['.55s', 5.5e8],
    ['1.s', 1e9],
    ['100ms', 1e8],
    ['1us', 1e3],
    ['1µs', 1e3],
    ['1μs', 1e3],
    ['7ns', 7],
    ['2562047h', 2562047n * 3_600_000_000_000n],
    ['9223372036854775807ns', 2n ** 63n - 1n],
    ['9223372036854775808ns', undefined],
    ['-9223372036854775808ns', -(2n ** 63n)],
    ['0.1ns', 0],
    ['0.000000001h', 3600],
    ['2562048h', undefined],
    ['', undefined],
    ['5', undefined],
    ['s', undefined],
    ['.s', undefined],
    ['5 s', undefined],
    [' 5s', undefined],
    ['5s\n', undefined],
    ['5d', undefined],
    ['5S', undefined],
    ['1s-1s', undefined],
    ['--1s', undefined],
  ])('%j', (text, nanoseconds) =>
    expect(parseGoDuration(text)).toBe(nanoseconds === undefined ? undefined : BigInt(nanoseconds)),
  );
});

describe('Gateway API', () => {
  test.each<[unknown, number | undefined]>([
    ['0s', 0],
    ['90s', 90_000],
    ['1m30s', 90_000],
    ['1h2m3s4ms', 3_723_004],
    ['99999ms', 99_999],
    ['100000ms', undefined],
    ['1h1m1s1ms1h', undefined],
    ['1.5s', undefined],
    ['-1s', undefined],
    ['1us', undefined],
    ['', undefined],
    ['5', undefined],
    [5, undefined],
    [undefined, undefined],
  ])('%j', (text, milliseconds) => expect(parseGatewayDuration(text)).toBe(milliseconds));

  test.each<[number, string]>([
    [0, '0s'],
    [90_000, '90s'],
    [1500, '1s500ms'],
    [20, '20ms'],
    [99_999_000, '99999s'],
    [100_000_000, '27h2800s'],
  ])('%d ms are written as %s', (milliseconds, text) => {
    expect(showGatewayDuration(milliseconds)).toBe(text);
    expect(parseGatewayDuration(text)).toBe(milliseconds);
  });
});

test.each([
  [0, '0s'],
  [90_000, '90s'],
  [1500, '1500ms'],
  [0.5, '500us'],
  [0.000001, '1ns'],
  [0.1 + 0.2, '300us'],
  [20_000.000000000004, '20s'],
])('%p ms are %s to Go', (milliseconds, text) => {
  expect(showGoDuration(milliseconds)).toBe(text);
  expect(parseGoDuration(text)).toBe(BigInt(Math.round(milliseconds * 1e6)));
});
