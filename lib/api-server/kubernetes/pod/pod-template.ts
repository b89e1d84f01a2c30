/*
 * Source: k8s.io/kubernetes v1.35.4 pkg/apis/core/validation/validation.go: validatePodMetadataAndSpec,
 *   ValidatePodTemplateSpec, ValidatePodSpecificAnnotations
 */
import { all, type Check, fields, forbidden, orEmpty, show } from '../checks';
import type { Field } from '../field';
import { annotations, labels } from '../labels';
import { POD_SPEC } from './pod-spec-rule';
import { podSpec } from './pod-spec';

/** Pods of a ReplicaSet with lower values are deleted first. */
const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';

/** The annotation for profiles before there were fields. The name of a container follows. */
const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';
const APP_ARMOR_PROFILE = /^$|^runtime\/default$|^unconfined$|^localhost\//;

/** Annotations of a Pod or a PodTemplateSpec that the API server checks. */
const knownAnnotations: Check = (pod) => {
  for (const [key, value] of pod.at('metadata', 'annotations').entries) {
    if (key === DELETION_COST && !isInt32(value.value)) {
      value.refuse(`${show(value.value)} is not a whole number`, 'write a number, quoted');
    }
    if (key.startsWith(APP_ARMOR)) checkProfile(value, key.slice(APP_ARMOR.length), pod.at('spec'));
  }
};

function checkProfile(profile: Field, container: string, spec: Field): void {
  const containers = ['containers', 'initContainers'].flatMap((list) => spec.at(list).items);
  if (!containers.some(({ value }) => value.name === container)) {
    profile.refuse(`there is no container ${container}`, 'correct the name in the key');
  }
  if (!APP_ARMOR_PROFILE.test(profile.value)) {
    profile.refuse(
      `${show(profile.value)} is not a valid profile`,
      'write runtime/default, unconfined or localhost/PROFILE',
    );
  }
}

function isInt32(text: string): boolean {
  return /^([1-9]\d*|-[1-9]\d*|0)$/.test(text) && Math.abs(Number(text)) < 2 ** 31;
}

/** A Pod. */
export const pod: Check = all(fields({ spec: orEmpty(podSpec) }), knownAnnotations);

/** A PodTemplateSpec. */
export const podTemplate: Check = (field) => {
  const template = field.under(POD_SPEC).orEmpty;
  fields({ metadata: fields({ labels, annotations }) })(template);
  pod(template);
  forbidden('in a template: they are added to running pods')(template.at('spec', 'ephemeralContainers'));
};
