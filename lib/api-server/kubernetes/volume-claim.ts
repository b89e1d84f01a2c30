/*
 * Source: k8s.io/kubernetes v1.35.4 pkg/apis/core/validation/validation.go: ValidatePersistentVolumeClaim,
 *   ValidatePersistentVolumeClaimSpec, validateDataSource, validateDataSourceRef, ValidatePersistentVolumeClaimTemplate
 *   and k8s.io/kubernetes v1.35.4 pkg/registry/core/persistentvolumeclaim/strategy.go: PrepareForCreate
 */
import type { RuleDoc } from '../rule-doc';
import { type Check, each, fields, format, oneOfExactly, required, show } from './checks';
import type { Field } from './field';
import { DNS_LABEL, DNS_SUBDOMAIN } from '../formats/names';
import { annotations, labels, labelSelector } from './labels';
import { nanos } from '../../text/quantity';

export const VOLUME_CLAIM: RuleDoc = {
  code: 'LLMD-VOLUME-CLAIM',
  severity: 'error',
  title: 'A volume claim has access modes and a size',
  why: 'The API server refuses a claim without an access mode or without a size, and ReadWriteOncePod beside other modes.',
};

const ACCESS_MODES = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];

const accessModes: Check = (field) => {
  required(field);
  each(oneOfExactly(...ACCESS_MODES))(field);
  const modes: string[] = field.items.map(({ value }) => value);
  if (modes.includes('ReadWriteOncePod') && modes.some((mode) => mode !== 'ReadWriteOncePod')) {
    field.refuse('ReadWriteOncePod is one of several access modes', 'ask for this one alone, or for the others');
  }
};

const storage: Check = (field) => {
  const amount = nanos(field.value);
  if (!field.given) required(field);
  else if (amount !== undefined && amount <= 0n)
    field.refuse(`${show(field.value)} is not a valid size`, 'write a size such as 10Gi');
};

const dataSourceFields: Check = (field) => {
  fields({
    name: required,
    kind: required,
    apiGroup: format(DNS_SUBDOMAIN),
    namespace: format(DNS_LABEL),
  })(field);
  const { apiGroup, kind } = field.value ?? {};
  if (field.given && !apiGroup && kind && kind !== 'PersistentVolumeClaim') {
    field.at('kind').refuse(`${kind} is not in the core group`, 'name its apiGroup too');
  }
};

const specFields = fields({
  accessModes,
  selector: labelSelector,
  storageClassName: format(DNS_SUBDOMAIN),
  volumeMode: oneOfExactly('Block', 'Filesystem'),
  dataSource: dataSourceFields,
  dataSourceRef: dataSourceFields,
  volumeAttributesClassName: format(DNS_SUBDOMAIN),
});

export const claimSpec: Check = (field) => {
  const claim = field.under(VOLUME_CLAIM).orEmpty;
  specFields(claim);
  storage(claim.at('resources', 'requests', 'storage'));
  checkSources(claim);
};

function checkSources(claim: Field): void {
  const { dataSource, dataSourceRef } = claim.value ?? {};
  if (!dataSource || !dataSourceRef) return;
  const same = ['apiGroup', 'kind', 'name'].every((key) => (dataSource[key] ?? '') === (dataSourceRef[key] ?? ''));
  if (!same || dataSourceRef.namespace) {
    claim.at('dataSource').refuse('dataSource and dataSourceRef are different', 'keep dataSourceRef');
  }
}

/**
 * A claim on its own. The API server drops two kinds of sources without checking them: those of another namespace (an alpha feature of
 * Kubernetes 1.35), and in `dataSource`, the older field, sources that are neither a claim nor a snapshot.
 */
export const volumeClaim: Check = (object) => {
  const spec = object.at('spec');
  const { dataSource, dataSourceRef, ...others } = spec.value ?? {};
  const reference = dataSourceRef?.namespace ? undefined : (dataSourceRef ?? undefined);
  const isOld = OLD_SOURCES.includes(`${dataSource?.apiGroup ?? ''}/${dataSource?.kind}`);
  const source = reference !== undefined || isOld ? dataSource : undefined;
  claimSpec(spec.with({ ...others, dataSource: source, dataSourceRef: reference }));
};

const OLD_SOURCES = ['/PersistentVolumeClaim', 'snapshot.storage.k8s.io/VolumeSnapshot'];

/** The fields that the metadata of a template may have. */
const OF_TEMPLATES = ['annotations', 'labels'];

/** The template of a claim that is created for a pod. */
export const claimTemplate: Check = (field) => {
  if (!field.given) return required(field);
  const metadata = field.at('metadata');
  fields({ labels, annotations })(metadata);
  for (const [name, other] of metadata.entries) {
    // Go keeps an empty list here.
    if (OF_TEMPLATES.includes(name) || (other.empty && typeof other.value !== 'object')) continue;
    other.refuse(`${name} may not be set here: the claim gets it from the pod`, `remove ${name}`);
  }
  claimSpec(field.at('spec'));
};
