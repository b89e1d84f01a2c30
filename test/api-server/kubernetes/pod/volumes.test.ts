import { testCases } from '../change';

describe('volumes, a container', () => {
  testCases({ code: 'LLMD-VOLUME', kind: 'Deployment', below: 'spec.template.spec.containers[0].' }, [
    [
      { 'volumeMounts[0].name': 'model' },
      'volumeMounts[0].name: "model" is not a valid volume of the pod, which has models, scratch, shm, config, tls, host, nfs, labels, driver, weights, all, cache',
    ],
    [{ 'volumeMounts[0].name': '' }, 'volumeMounts[0].name: name is empty'],
    [{ 'volumeMounts[1].mountPath': '/models' }, 'volumeMounts[1].mountPath: there is a mountPath /models already'],
    [{ 'volumeMounts[1].mountPath': '' }, 'volumeMounts[1].mountPath: mountPath is empty'],
    [
      { 'volumeMounts[2].subPath': '/a' },
      'volumeMounts[2].subPath: "/a" is not a valid path inside the volume: relative, and without ".."',
    ],
    [
      { 'volumeMounts[2].subPath': '../a' },
      'volumeMounts[2].subPath: "../a" is not a valid path inside the volume: relative, and without ".."',
    ],
    [
      { 'volumeMounts[2].subPathExpr': '$(POD_NAME)' },
      'volumeMounts[2].subPathExpr: the mount also has a subPath, expected one of them',
    ],
    [
      { 'volumeMounts[1].mountPropagation': 'Bidirectional' },
      'volumeMounts[1].mountPropagation: only privileged containers have Bidirectional mounts',
    ],
    [
      { 'volumeMounts[1].mountPropagation': 'Both' },
      'volumeMounts[1].mountPropagation: "Both" is not Bidirectional, HostToContainer or None',
    ],
    [{ 'volumeMounts[0].readOnly': false }, 'volumeMounts[0].recursiveReadOnly: the mount is not readOnly'],
    [
      { 'volumeMounts[0].mountPropagation': 'HostToContainer' },
      'volumeMounts[0].mountPropagation: a mount that is recursiveReadOnly has no propagation',
    ],
    [
      { 'volumeMounts[0].recursiveReadOnly': 'Maybe' },
      'volumeMounts[0].recursiveReadOnly: "Maybe" is not Disabled, Enabled or IfPossible',
    ],
    [
      { 'volumeMounts[0].recursiveReadOnly': '' },
      'volumeMounts[0].recursiveReadOnly: "" is not Disabled, Enabled or IfPossible',
    ],
    [
      { 'volumeMounts[0].mountPropagation': '' },
      'volumeMounts[0].mountPropagation: "" is not Bidirectional, HostToContainer or None',
      'volumeMounts[0].mountPropagation: a mount that is recursiveReadOnly has no propagation',
    ],
    [
      { 'volumeDevices[0].name': 'shm' },
      'volumeDevices[0].name: volume shm is not a claim, and only a claim can be a device',
      'volumeMounts[1]: the same volume or path is also a device',
    ],
    [
      { 'volumeDevices[0].name': 'nothing' },
      'volumeDevices[0].name: "nothing" is not a valid volume of the pod, which has models, scratch, shm, config, tls, host, nfs, labels, driver, weights, all, cache',
    ],
    [
      { 'volumeDevices[0].devicePath': '' },
      'volumeDevices[0].devicePath: devicePath is empty',
      'volumeDevices[0].devicePath: devicePath is empty',
    ],
    [
      { 'volumeDevices[0].devicePath': '/dev/../x' },
      'volumeDevices[0].devicePath: "/dev/../x" is not a valid path without ".."',
    ],
    [{ 'volumeDevices[0].name': 'models' }, 'volumeMounts[0]: the same volume or path is also a device'],
    [{ 'volumeDevices[0].devicePath': '/dev/shm' }, 'volumeMounts[1]: the same volume or path is also a device'],
  ]);
});

describe('volumes', () => {
  testCases({ code: 'LLMD-VOLUME', kind: 'Deployment', below: 'spec.template.spec.' }, [
    [
      { 'volumes[2].name': 'Shm' },
      'volumes[2].name: "Shm" is not a valid DNS label: up to 63 lower-case letters, digits and dashes, with a letter or digit at both ends',
      'containers[0].volumeMounts[1].name: "shm" is not a valid volume of the pod, which has models, scratch, Shm, config, tls, host, nfs, labels, driver, weights, all, cache',
    ],
    [
      { 'volumes[2].name': 'models' },
      'volumes[2].name: there is a name models already',
      'containers[0].volumeMounts[1].name: "shm" is not a valid volume of the pod, which has models, scratch, config, tls, host, nfs, labels, driver, weights, all, cache',
    ],
    [
      { 'volumes[2].name': '' },
      'volumes[2].name: name is empty',
      'containers[0].volumeMounts[1].name: "shm" is not a valid volume of the pod, which has models, scratch, config, tls, host, nfs, labels, driver, weights, all, cache',
    ],
    [
      { 'volumes[2].secret': { secretName: 'a' } },
      'volumes[2].secret: emptyDir and secret are two sources, expected one',
    ],
    [{ 'volumes[2].emptyDir': undefined }],
    [{ 'volumes[2].emptyDir.sizeLimit': '-1' }, 'volumes[2].emptyDir.sizeLimit: "-1" is less than 0'],
    [{ 'volumes[3].configMap.name': '' }, 'volumes[3].configMap.name: name is empty'],
    [{ 'volumes[3].configMap.defaultMode': 512 }, 'volumes[3].configMap.defaultMode: 512 is not between 0 and 511'],
    [
      { 'volumes[3].configMap.items[0].path': '/a' },
      'volumes[3].configMap.items[0].path: "/a" is not a valid path of a file inside the volume: relative, without "..", and not beginning with ".."',
    ],
    [
      { 'volumes[3].configMap.items[0].path': 'a/../b' },
      'volumes[3].configMap.items[0].path: "a/../b" is not a valid path of a file inside the volume: relative, without "..", and not beginning with ".."',
    ],
    [
      { 'volumes[3].configMap.items[0].path': '..a' },
      'volumes[3].configMap.items[0].path: "..a" is not a valid path of a file inside the volume: relative, without "..", and not beginning with ".."',
    ],
    [{ 'volumes[3].configMap.items[0].key': '' }, 'volumes[3].configMap.items[0].key: key is empty'],
    [{ 'volumes[4].secret.secretName': '' }, 'volumes[4].secret.secretName: secretName is empty'],
    [{ 'volumes[4].secret.items[0].mode': -1 }, 'volumes[4].secret.items[0].mode: -1 is not between 0 and 511'],
    [{ 'volumes[5].hostPath.path': '' }, 'volumes[5].hostPath.path: path is empty'],
    [{ 'volumes[5].hostPath.path': '/a/../b' }, 'volumes[5].hostPath.path: "/a/../b" is not a valid path without ".."'],
    [
      { 'volumes[5].hostPath.type': 'Any' },
      'volumes[5].hostPath.type: "Any" is not DirectoryOrCreate, Directory, FileOrCreate, File, Socket, CharDevice or BlockDevice',
    ],
    [{ 'volumes[6].nfs.path': 'models' }, 'volumes[6].nfs.path: "models" is not a valid absolute path'],
    [{ 'volumes[6].nfs.server': '' }, 'volumes[6].nfs.server: server is empty'],
    [
      { 'volumes[0].persistentVolumeClaim.claimName': '' },
      'volumes[0].persistentVolumeClaim.claimName: claimName is empty',
    ],
    [
      { 'volumes[7].downwardAPI.items[0].fieldRef.fieldPath': 'spec.nodeName' },
      'volumes[7].downwardAPI.items[0].fieldRef.fieldPath: "spec.nodeName" is not metadata.name, metadata.namespace, metadata.labels, metadata.annotations or metadata.uid',
    ],
    [
      { 'volumes[7].downwardAPI.items[0].fieldRef': undefined },
      'volumes[7].downwardAPI.items[0]: no source is given, expected fieldRef or resourceFieldRef',
    ],
    [
      { 'volumes[7].downwardAPI.items[0].resourceFieldRef': { resource: 'limits.cpu' } },
      'volumes[7].downwardAPI.items[0].resourceFieldRef: fieldRef and resourceFieldRef are two sources, expected one',
    ],
    [
      { 'volumes[8].csi.driver': 'a_b' },
      'volumes[8].csi.driver: "a_b" is not a valid name of a driver: a DNS name of up to 63 characters',
    ],
    [{ 'volumes[8].csi.driver': 'CSI.example.com' }],
    [{ 'volumes[8].csi.nodePublishSecretRef': {} }, 'volumes[8].csi.nodePublishSecretRef.name: name is missing'],
    [
      { 'volumes[9].image.pullPolicy': 'Maybe' },
      'volumes[9].image.pullPolicy: "Maybe" is not Always, IfNotPresent or Never',
    ],
    [{ 'volumes[9].image.reference': '' }],
    [
      { 'volumes[10].projected.sources[0].serviceAccountToken.path': '' },
      'volumes[10].projected.sources[0].serviceAccountToken.path: path is empty',
    ],
    [
      { 'volumes[10].projected.sources[0].serviceAccountToken.expirationSeconds': 599 },
      'volumes[10].projected.sources[0].serviceAccountToken.expirationSeconds: 599 is not between 600 and 4294967296',
    ],
    [
      { 'volumes[10].projected.sources[0].secret': { name: 'a' } },
      'volumes[10].projected.sources[0].serviceAccountToken: secret and serviceAccountToken are two sources, expected one',
    ],
    [
      { 'volumes[10].projected.sources[1].configMap.items[0].path': 'cpu' },
      'volumes[10].projected.sources[3].downwardAPI.items[0].path: there is a file "cpu" already',
    ],
    [
      { 'volumes[10].projected.sources[3].downwardAPI.items[0].resourceFieldRef.containerName': '' },
      'volumes[10].projected.sources[3].downwardAPI.items[0].resourceFieldRef.containerName: containerName is empty',
    ],
    [
      { 'volumes[10].projected.sources[2].secret.name': '' },
      'volumes[10].projected.sources[2].secret.name: name is empty',
    ],
    [{ 'volumes[10].projected.sources': [{}] }],
    [
      { 'volumes[11].ephemeral.volumeClaimTemplate': undefined },
      'volumes[11].ephemeral.volumeClaimTemplate: volumeClaimTemplate is missing',
    ],
    [
      { 'volumes[11].ephemeral.volumeClaimTemplate.metadata.name': 'a' },
      'volumes[11].ephemeral.volumeClaimTemplate.metadata.name: name may not be set here: the claim gets it from the pod',
    ],
    [
      { 'volumes[11].ephemeral.volumeClaimTemplate.spec.accessModes': [] },
      'LLMD-VOLUME-CLAIM volumes[11].ephemeral.volumeClaimTemplate.spec.accessModes: accessModes is empty',
    ],
    [
      { 'volumes[11].ephemeral.volumeClaimTemplate.metadata.annotations': { 'a b': 'c' } },
      'volumes[11].ephemeral.volumeClaimTemplate.metadata.annotations["a b"]: "a b" is not a valid key of an annotation, which has the form of a label key: up to 63 letters, digits, "-", "_" and ".", optionally after a DNS name and "/"',
    ],
    [
      {
        volumes: undefined,
        'containers[0].volumeDevices': undefined,
        'containers[0].volumeMounts': [{ name: 'a', mountPath: '/a' }],
        initContainers: undefined,
      },
      'containers[0].volumeMounts[0].name: "a" is not a valid volume of the pod, which has none',
    ],
    [{ 'volumes[5].hostPath.type': '' }],
    [
      { 'volumes[11].ephemeral.volumeClaimTemplate.metadata.finalizers': [] },
      'volumes[11].ephemeral.volumeClaimTemplate.metadata.finalizers: finalizers may not be set here: the claim gets it from the pod',
    ],
    [{ 'volumes[11].ephemeral.volumeClaimTemplate.metadata.namespace': '' }],
  ]);
});
