import { metricSelector } from '../../../../lib/catalogue/endpoint-picker/plugins/metric-selector';

/* What Prometheus' parser says after the endpoint picker has put quotes around bare values. */

test.each([
  '',
  'vllm:num_requests_waiting',
  ' vllm:num_requests_waiting ',
  'queue{}',
  'queue {model="a"}',
  'queue{model="a",}',
  'queue{model=a}',
  'queue{model=a, other="b"}',
  'queue{model!="a",other!~"b.*"}',
  "queue{model='a'}",
  'queue{model="a b, c"}',
  'sum',
  '_a',
  ':a',
])('%j is a metric', (text) => expect(metricSelector.holds(text)).toBe(true));

test.each([
  ' ',
  'a b',
  '1a',
  'a-b',
  '{model="a"}',
  'queue{',
  'queue}',
  'queue{model}',
  'queue{model="a" other="b"}',
  'queue{,}',
  'queue{1a="b"}',
  'queue{model="a"}[5m]',
  'rate(queue[5m])',
  'a + b',
  'nan',
  'Inf',
  'on',
  'bool{a="b"}',
  'queue{model="a',
  // The quotes go around the tilde.
  'queue{model=~"a.*"}',
])('%j is no metric', (text) => expect(metricSelector.holds(text)).toBe(false));
