/*
 * Source: k8s.io/kubernetes v1.35.4 pkg/apis/core/validation/validation.go: validateProjectionSources,
 *   validateKeyToPath, validateDownwardAPIVolumeFile
 */
import { all, between, type Check, each, fields, format, oneField, required, show } from '../checks';
import type { Field } from '../field';
import { FILE_PATH } from '../../formats/names';
import { fieldRef, resourceFieldRef } from './environment';

/** Permissions of a file as a decimal number, for example 420 for 0644. */
export const fileMode = between(0, 0o777);

const filePath = all(required, format(FILE_PATH));

export const keysToPaths = each(fields({ key: required, path: filePath, mode: fileMode }));

const DOWNWARD_FIELDS = [
  'metadata.name',
  'metadata.namespace',
  'metadata.labels',
  'metadata.annotations',
  'metadata.uid',
];

const downwardFile = all(
  fields({ path: filePath, mode: fileMode }),
  oneField(
    { fieldRef: fieldRef(DOWNWARD_FIELDS), resourceFieldRef: resourceFieldRef({ ofContainer: true }) },
    { what: 'source' },
  ),
);

export const downwardFiles = each(downwardFile);

const TEN_MINUTES = 600;

const source = oneField(
  {
    secret: fields({ name: required, items: keysToPaths }),
    configMap: fields({ name: required, items: keysToPaths }),
    downwardAPI: fields({ items: downwardFiles }),
    serviceAccountToken: fields({ path: filePath, expirationSeconds: between(TEN_MINUTES, 2 ** 32) }),
    // clusterTrustBundle and podCertificate are disabled by default in Kubernetes 1.35: the API server drops them.
  },
  { what: 'source', none: true },
);

export const projected: Check = (field) => {
  each(source)(field);
  const taken = new Set<string>();
  for (const path of field.items.flatMap(pathsOf)) {
    if (path.empty) continue;
    if (taken.has(path.value)) path.refuse(`there is a file ${show(path.value)} already`, 'choose another path');
    taken.add(path.value);
  }
};

function pathsOf(field: Field): Field[] {
  return ['secret', 'configMap', 'downwardAPI'].flatMap((name) =>
    field.at(name, 'items').items.map((item) => item.at('path')),
  );
}
