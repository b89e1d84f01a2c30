/*
 * Source: k8s.io/kubernetes v1.35.4 pkg/apis/apps/validation/validation.go: ValidatePositiveIntOrPercent,
 *   IsNotMoreThan100Percent
 */
import { type Check, show } from './checks';

const PERCENT = /^[0-9]+%$/;

/** A count of 0 or more, or a percentage such as `25%`. */
export const intOrPercent: Check = (field) => {
  const { value } = field;
  if (!field.given || (typeof value === 'number' && value >= 0)) return;
  if (typeof value === 'string' && PERCENT.test(value)) return;
  field.refuse(
    `${show(value)} is neither a count of 0 or more nor a percentage`,
    'write a number, or text such as "25%"',
  );
};

/** A count, or a percentage of at most 100 %. */
export const intOrPercentOfAll: Check = (field) => {
  intOrPercent(field);
  if (isPercent(field.value) && numberOf(field.value) > 100) {
    field.refuse(`${show(field.value)} is more than 100%`, 'write 100% or less');
  }
};

function isPercent(value: unknown): value is string {
  return typeof value === 'string' && PERCENT.test(value);
}

/** The number of a percentage, or the count. */
export function numberOf(value: unknown): number {
  return isPercent(value) ? parseInt(value, 10) : Number(value);
}
