import { has, parseMetrics, sum } from '../../lib/exercises/metrics';

const SAMPLES = parseMetrics(`# HELP requests_total Requests.
# TYPE requests_total counter
requests_total{model="a",path="/v1 \\"x\\""} 3
requests_total{model="b"} 4.5
latency_seconds_count 7
up 1e+00 1700000000
`);

test('each line is a sample with its labels', () => {
  expect(SAMPLES).toHaveLength(4);
  expect(SAMPLES[0]).toEqual({ name: 'requests_total', labels: { model: 'a', path: '/v1 \\"x\\"' }, value: 3 });
  expect(SAMPLES[3]).toEqual({ name: 'up', labels: {}, value: 1 });
});

test('samples are added up by name and labels; a missing counter is 0', () => {
  expect(sum(SAMPLES, 'requests_total')).toBe(7.5);
  expect(sum(SAMPLES, 'requests_total', { model: 'b' })).toBe(4.5);
  expect(sum(SAMPLES, 'requests_total', { model: 'c' })).toBe(0);
  expect(sum(SAMPLES, 'requests')).toBe(0);
});

test.each([
  ['requests_total', true],
  ['latency_seconds', true],
  ['requests', false],
])('%s is there: %p', (name, expected) => expect(has(SAMPLES, name)).toBe(expected));
