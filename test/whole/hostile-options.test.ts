import { App } from 'cdk8s';
import { DataPlane, LlmdError, LlmdStack, ModelServer, Platform } from '../../lib';
import { MAKERS, OPTIONS, POD_OPTIONS, RIGHT } from '../support/hostile-options';
import { newChart } from '../support/synth';

/** The workloads of the library; each takes `PodOptions` as its own options or under a name. */
const WORKLOADS: [maker: string, prefix: string, nested: (pods: any) => any][] = [
  ['ModelServer', '', (pods) => pods],
  ['EndpointPicker', '', (pods) => pods],
  ['AgentgatewayController', '', (pods) => pods],
  ['InferenceStack', '', (pods) => pods],
  ['InferencePool', 'endpointPicker.', (endpointPicker) => ({ endpointPicker })],
];

const CASES = [
  ...OPTIONS,
  ...WORKLOADS.flatMap(([maker, prefix, nested]) =>
    POD_OPTIONS.map(([path, wrong, code]) => [maker, prefix + path, nested(wrong), code] as (typeof OPTIONS)[number]),
  ),
];

function failure(call: () => unknown): LlmdError {
  try {
    call();
  } catch (error) {
    if (LlmdError.isLlmdError(error)) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

test.each(Object.keys(MAKERS))('%s takes options that are right', (maker) => {
  expect(() => MAKERS[maker](newChart(), RIGHT[maker] ?? {})).not.toThrow();
});

test.each(CASES)('%s refuses %s: %p by %s', (maker, path, wrong, code) => {
  const { path: where, details } = failure(() => MAKERS[maker](newChart(), wrong));
  expect(details.code).toBe(code);
  expect(where).toMatch(/^[\w./-]+$/);
  expect(details.got).toContain(path);
  expect(details.expected).not.toBe('');
  expect(details.remedy).not.toBe('');
});

test('every construct and call is among them', () => {
  expect(new Set(CASES.map(([maker]) => maker))).toEqual(new Set(Object.keys(MAKERS)));
});

test.each([
  ['LlmdStack', () => new LlmdStack(new App(), 'opt', undefined as any)],
  ['ModelServer', () => new ModelServer(newChart(), 'opt', null as any)],
  ['Platform', () => new Platform(newChart(), 'platform', 'all' as any)],
  ['DataPlane.agentgateway', () => DataPlane.agentgateway([] as any)],
])('%s refuses what is no object of options', (_, make) => {
  expect(failure(make).message).toMatch(
    /^LLMD-OPTION-TYPE at \S+: got the options .+, expected an object with options/,
  );
});

test('a near name is proposed', () => {
  expect(failure(() => MAKERS.LlmdStack(newChart(), { replica: 3 })).message).toBe(
    'LLMD-OPTION-UNKNOWN at opt: got the option replica, expected replicas. Fix: write replicas.',
  );
});
