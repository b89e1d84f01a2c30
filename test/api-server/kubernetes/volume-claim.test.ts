import { testCases } from './change';

describe('PersistentVolumeClaim', () => {
  testCases({ code: 'LLMD-VOLUME-CLAIM', kind: 'PersistentVolumeClaim', below: 'spec.' }, [
    [{ accessModes: [] }, 'accessModes: accessModes is empty'],
    [{ accessModes: undefined }, 'accessModes: accessModes is missing'],
    [
      { accessModes: ['RWO'] },
      'accessModes[0]: "RWO" is not ReadOnlyMany, ReadWriteMany, ReadWriteOnce or ReadWriteOncePod',
    ],
    [{ accessModes: ['ReadWriteOncePod'] }],
    [
      { accessModes: ['ReadWriteOncePod', 'ReadWriteOnce'] },
      'accessModes: ReadWriteOncePod is one of several access modes',
    ],
    [{ 'resources.requests': {} }, 'resources.requests.storage: storage is missing'],
    [{ 'resources.requests.storage': '0' }, 'resources.requests.storage: "0" is not a valid size'],
    [{ 'resources.requests.storage': '-1Gi' }, 'resources.requests.storage: "-1Gi" is not a valid size'],
    [{ resources: undefined }, 'resources.requests.storage: storage is missing'],
    [
      { storageClassName: 'A' },
      'storageClassName: "A" is not a valid DNS name: up to 253 lower-case letters, digits, dashes and dots',
    ],
    [{ storageClassName: '' }],
    [{ volumeMode: 'Disk' }, 'volumeMode: "Disk" is not Block or Filesystem'],
    [{ volumeMode: 'Block' }],
    [
      { selector: { matchExpressions: [{ key: 'a', operator: 'Is' }] } },
      'LLMD-SELECTOR selector.matchExpressions[0].operator: "Is" is not In, NotIn, Exists or DoesNotExist',
    ],
    [{ 'dataSourceRef.apiGroup': '' }, 'dataSourceRef.kind: VolumeSnapshot is not in the core group'],
    [{ 'dataSourceRef.name': '' }, 'dataSourceRef.name: name is empty'],
    [{ 'dataSourceRef.kind': '' }, 'dataSourceRef.kind: kind is empty'],
    [
      { 'dataSourceRef.apiGroup': 'a_b' },
      'dataSourceRef.apiGroup: "a_b" is not a valid DNS name: up to 253 lower-case letters, digits, dashes and dots',
    ],
    [{ dataSource: { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'models' } }],
    [
      { dataSource: { kind: 'PersistentVolumeClaim', name: 'models' } },
      'dataSource: dataSource and dataSourceRef are different',
    ],
    [
      { dataSource: { apiGroup: 'a/b', kind: 'Any', name: 'models' } },
      'dataSource.apiGroup: "a/b" is not a valid DNS name: up to 253 lower-case letters, digits, dashes and dots',
      'dataSource: dataSource and dataSourceRef are different',
    ],
    [
      { dataSourceRef: undefined, dataSource: { kind: 'PersistentVolumeClaim', name: '' } },
      'dataSource.name: name is empty',
    ],
    [{ 'dataSourceRef.namespace': 'other' }],
    [
      { volumeAttributesClassName: 'A' },
      'volumeAttributesClassName: "A" is not a valid DNS name: up to 253 lower-case letters, digits, dashes and dots',
    ],
  ]);
});
