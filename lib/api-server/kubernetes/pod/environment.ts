/*
 * Source: k8s.io/kubernetes v1.35.4 pkg/apis/core/validation/validation.go: ValidateEnv, validateEnvVarValueFrom,
 *   ValidateEnvFrom, validateObjectFieldSelector, validateContainerResourceFieldSelector,
 *   validateContainerResourceDivisor, validateFileKeyRefVolumes
 */
import { all, type Check, each, fields, format, oneField, required, show } from '../checks';
import type { Field } from '../field';
import { oneOf } from '../../../text/wording';
import {
  CONFIG_DATA_KEY,
  DNS_LABEL,
  DNS_SUBDOMAIN,
  ENVIRONMENT_NAME,
  type Format,
  LABEL_KEY,
  PATH_WITHOUT_BACKSTEPS,
} from '../../formats/names';
import { nanos } from '../../../text/quantity';

const requiredName = all(required, format(DNS_SUBDOMAIN));
const keyOfData = fields({ name: requiredName, key: all(required, format(CONFIG_DATA_KEY)) });

/** Kubernetes 1.35 also accepts a dash at the end here. */
const REFERENCE: Format = { ...DNS_SUBDOMAIN, matches: (name) => DNS_SUBDOMAIN.matches(name.replace(/(?<=.)-$/, 'a')) };
const reference = fields({ name: all(required, format(REFERENCE)) });

const ENVIRONMENT_FIELDS = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.host',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];

/** A field of the pod: one of `names`, a label or an annotation. */
export function fieldRef(names: readonly string[]): Check {
  return (field) => {
    const { apiVersion = 'v1', fieldPath = '' } = field.value ?? {};
    const path = field.at('fieldPath');
    const [, map, key] = /^(.+?)\['(.*)'\]$/s.exec(fieldPath) ?? [];
    if (apiVersion !== 'v1' && apiVersion !== '') {
      field.at('apiVersion').refuse(`${show(apiVersion)} is not v1`, 'write v1, or nothing');
    } else if (fieldPath === '') {
      required(path);
    } else if (map === undefined ? !names.includes(fieldPath) : !SUBSCRIPTED.includes(map)) {
      path.refuse(`${show(fieldPath)} is not ${oneOf(names)}`, 'name one of these');
    } else if (map !== undefined && !LABEL_KEY.matches(map === 'metadata.labels' ? key : key.toLowerCase())) {
      path.refuse(`${show(key)} is not a valid ${LABEL_KEY.description}`, 'correct the key');
    }
  };
}

const SUBSCRIPTED = ['metadata.labels', 'metadata.annotations'];

const RESOURCE = /^(limits|requests)\.(cpu|memory|ephemeral-storage|hugepages-.*)$/s;

/** A request or limit of a container. */
export function resourceFieldRef({ ofContainer }: { readonly ofContainer: boolean }): Check {
  return (field) => {
    const resource = field.at('resource');
    if (ofContainer) required(field.at('containerName'));
    required(resource);
    const match = RESOURCE.exec(resource.value ?? '');
    if (match === null) {
      if (!resource.empty) {
        resource.refuse(
          `${show(resource.value)} is not a valid resource of a container`,
          'write limits. or requests. and cpu, memory, ephemeral-storage or hugepages-SIZE',
        );
      }
      return;
    }
    checkDivisor(field.at('divisor'), match[2] === 'cpu' ? /^1m?$/ : /^1([kMGTPE]|[KMGTPE]i)?$/);
  };
}

function checkDivisor(divisor: Field, units: RegExp): void {
  if (!divisor.given || nanos(divisor.value) === 0n || units.test(String(divisor.value).trim())) return;
  divisor.refuse(
    `${show(divisor.value)} is not a valid unit of this resource`,
    'write a unit, such as 1m for cpu and 1Mi for memory',
  );
}

const valueFrom = oneField(
  {
    fieldRef: fieldRef(ENVIRONMENT_FIELDS),
    resourceFieldRef: resourceFieldRef({ ofContainer: false }),
    configMapKeyRef: keyOfData,
    secretKeyRef: keyOfData,
    fileKeyRef: fields({
      key: all(required, format(ENVIRONMENT_NAME)),
      volumeName: all(required, format(DNS_LABEL)),
      path: all(required, format(PATH_WITHOUT_BACKSTEPS)),
    }),
  },
  { what: 'source' },
);

const variable: Check = (field) => {
  fields({ name: all(required, format(ENVIRONMENT_NAME)), valueFrom })(field);
  if (!field.at('value').empty && field.at('valueFrom').given) {
    field.at('valueFrom').refuse('the variable has a value and a source, expected one', 'keep one of them');
  }
};

export const environment = each(variable);

const sourceOfVariables: Check = (field) => {
  format(ENVIRONMENT_NAME)(field.at('prefix'));
  // An element without any field is refused too.
  oneField({ configMapRef: reference, secretRef: reference }, { what: 'source' })(field.with(field.value ?? {}));
};

export const environmentFrom = each(sourceOfVariables);

/** Files with variables must be in a volume of type emptyDir. */
export function checkFileKeyRefs(containers: readonly Field[], volumes: ReadonlyMap<string, Field>): void {
  for (const variable of containers.flatMap((container) => container.at('env').items)) {
    const name = variable.at('valueFrom', 'fileKeyRef', 'volumeName');
    if (name.empty) continue;
    const volume = volumes.get(name.value);
    if (volume === undefined || !isEmptyDir(volume)) {
      name.refuse(`${show(name.value)} is not a valid volume of type emptyDir`, 'name a volume that is an emptyDir');
    }
  }
}

function isEmptyDir(volume: Field): boolean {
  return volume.at('emptyDir').given || volume.entries.every(([key]) => key === 'name');
}
