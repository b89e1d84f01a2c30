import { LABEL_KEY, LABEL_VALUE } from '../formats/names';
import type { ObjectViolation } from '../violation';
import { show } from '../../text/wording';
import { ANNOTATION } from '../rules/annotation';
import { LABEL_KEY as KEY_RULE } from '../rules/label-key';
import { LABEL_VALUE as VALUE_RULE } from '../rules/label-value';

/** Limit for the keys and values of all annotations of an object, in bytes: apimachinery pkg/api/validation. */
const MOST_ANNOTATIONS = 256 * 1024;

interface Texts {
  readonly [key: string]: string;
}

export function checkLabels(labels: Texts): ObjectViolation[] {
  return Object.entries(labels).flatMap(([key, value]) => {
    const path = ['metadata', 'labels', key];
    const violations: ObjectViolation[] = [];
    if (!LABEL_KEY.matches(key)) {
      const message = `${show(key)} is not a valid ${LABEL_KEY.description}`;
      violations.push({ code: KEY_RULE.code, path, message, remedy: 'rename the label' });
    }
    if (!LABEL_VALUE.matches(value)) {
      const message = `${show(value)} is not a valid ${LABEL_VALUE.description}`;
      violations.push({ code: VALUE_RULE.code, path, message, remedy: 'shorten it, or make it an annotation' });
    }
    return violations;
  });
}

export function checkAnnotations(annotations: Texts): ObjectViolation[] {
  const violations: ObjectViolation[] = [];
  let bytes = 0;
  for (const [key, value] of Object.entries(annotations)) {
    bytes += Buffer.byteLength(key) + Buffer.byteLength(value);
    if (LABEL_KEY.matches(key.toLowerCase())) continue;
    const message = `${show(key)} is not a valid key of an annotation, which has the form of a ${LABEL_KEY.description}`;
    violations.push({ code: ANNOTATION.code, path: ['metadata', 'annotations', key], message, remedy: 'rename it' });
  }
  if (bytes > MOST_ANNOTATIONS) {
    const message = `the annotations have ${bytes} bytes, expected at most ${MOST_ANNOTATIONS}`;
    const remedy = 'move the long values to a ConfigMap';
    violations.push({ code: ANNOTATION.code, path: ['metadata', 'annotations'], message, remedy });
  }
  return violations;
}
