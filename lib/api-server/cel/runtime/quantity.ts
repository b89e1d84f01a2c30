import { isQuantity, nanos } from '../../../text/quantity';
import { fail } from './errors';

/** The form that an API server checks first. */
const FORM = /^[+-]?\d*(?:\.\d*)?(?:[eEinumkKMGTP]+[-+]?\d*|[-+]\d*)?$/;
const EXPECTED = "the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";

/** A quantity, for example `16Ki`, in billionths. */
export function quantity(text: string): bigint {
  return (
    nanos(text) ??
    fail(text !== '' && FORM.test(text) ? "unable to parse quantity's suffix" : `quantities must match ${EXPECTED}`)
  );
}

export { isQuantity };
