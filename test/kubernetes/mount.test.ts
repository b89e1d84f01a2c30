import { Size } from 'cdk8s';
import { ConfigMap, PersistentVolumeClaim, Secret } from 'cdk8s-plus-28';
import { Mount } from '../../lib';
import { newChart } from '../support/synth';

const chart = newChart();
const configMap = ConfigMap.fromConfigMapName(chart, 'config-map', 'settings');
const secret = Secret.fromSecretName(chart, 'secret', 'password');
const claim = PersistentVolumeClaim.fromClaimName(chart, 'claim', 'weights');

test.each([
  ['a ConfigMap', Mount.configMap('/data', configMap), { configMap: { name: 'settings' } }, { readOnly: true }],
  ['a Secret', Mount.secret('/data', secret), { secret: { secretName: 'password' } }, { readOnly: true }],
  ['a claim', Mount.persistentVolumeClaim('/data', claim), { persistentVolumeClaim: { claimName: 'weights' } }, {}],
  ['a scratch directory', Mount.emptyDir('/data'), { emptyDir: {} }, {}],
  [
    'a scratch directory in memory',
    Mount.emptyDir('/data', { inMemory: true, sizeLimit: Size.mebibytes(512) }),
    { emptyDir: { medium: 'Memory', sizeLimit: '512Mi' } },
    {},
  ],
  ['any other volume', Mount.custom('/data', { hostPath: { path: '/x' } }), { hostPath: { path: '/x' } }, {}],
  ['any other, read-only', Mount.custom('/data', { image: {} }, true), { image: {} }, { readOnly: true }],
])('%s', (_, mount, volume, volumeMount) => {
  expect(mount.path).toBe('/data');
  expect(mount._volume('v')).toEqual({ name: 'v', ...volume });
  expect(mount._volumeMount('v')).toEqual({ name: 'v', mountPath: '/data', ...volumeMount });
});

test.each([
  'data',
  './data',
  '',
  '/',
  '//data',
  '/a//b',
  '/a/../b',
  '/a/./b',
  '/a:b',
  '/a\nb',
  '/$(A)',
  `/${'a'.repeat(4096)}`,
])('the path %j is refused', (path) => {
  expect(() => Mount.emptyDir(path)).toThrow(/^LLMD-MOUNT-PATH at Mount: got "/);
});

test('a slash at the end does not make another path', () => {
  expect(Mount.emptyDir('/data/').path).toBe('/data');
});
