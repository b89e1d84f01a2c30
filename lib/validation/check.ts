import { acknowledge } from './acknowledgement';
import type { Diagnostic } from '../api-server/diagnostic';
import type { Reading } from '../api-server/read';
import { validate, type ValidateOptions } from './validate';

/** Checks what was read: its text, each object, and all of them together. */
export function check({ inputs, diagnostics }: Reading, options: ValidateOptions = {}): Diagnostic[] {
  const { acknowledged = [], ...others } = options;
  return acknowledge([...diagnostics, ...validate(inputs, others)], acknowledged);
}
