import { Size } from 'cdk8s';
import { type ContainerResources, Cpu } from 'cdk8s-plus-28';
import { resourcesOr } from '../../lib/kubernetes/resources';
import { newChart } from '../support/synth';

const defaults = { requests: { cpu: '1', memory: '2Gi' }, limits: { cpu: '2', memory: '4Gi' } };
const merged = (own?: ContainerResources) => resourcesOr(newChart(), defaults, own);

test('what is left out keeps its default', () => {
  expect(merged()).toEqual(defaults);
  expect(merged({ cpu: { request: Cpu.millis(1500) } })).toEqual({
    requests: { cpu: '1500m', memory: '2Gi' },
    limits: { cpu: '2', memory: '4Gi' },
  });
});

test('a request follows a limit below it', () => {
  expect(merged({ cpu: { limit: Cpu.millis(500) }, memory: { limit: Size.mebibytes(1024) } })).toEqual({
    requests: { cpu: '500m', memory: '1024Mi' },
    limits: { cpu: '500m', memory: '1024Mi' },
  });
});

test('a limit follows a request above it', () => {
  expect(merged({ cpu: { request: Cpu.units(4) }, memory: { request: Size.gibibytes(8) } })).toEqual({
    requests: { cpu: '4', memory: '8Gi' },
    limits: { cpu: '4', memory: '8Gi' },
  });
});

test('a request above its own limit is refused, and one at its limit is not', () => {
  const pair = (request: Size, limit: Size) => () => merged({ memory: { request, limit } });
  expect(pair(Size.gibibytes(1), Size.mebibytes(1024))).not.toThrow();
  expect(pair(Size.gibibytes(2), Size.mebibytes(1024))).toThrowErrorMatchingInlineSnapshot(
    `"LLMD-RESOURCES at test: got a memory request of 2Gi and a limit of 1024Mi, expected a request up to the limit. Fix: lower the request or raise the limit."`,
  );
});

test('maps without an entry are left out, since the API server does not store them', () => {
  expect(resourcesOr(newChart(), {}, { ephemeralStorage: { request: Size.gibibytes(1) } })).toEqual({
    requests: { 'ephemeral-storage': '1Gi' },
  });
});
