import { acknowledge } from './acknowledgement';
import type { Finding } from './finding';
import type { Reading } from './read';
import { validate, type ValidateOptions } from './validate';

/** Checks what was read: its text, each object, and all of them together. */
export function check({ inputs, findings }: Reading, options: ValidateOptions = {}): Finding[] {
  const { acknowledged = [], ...others } = options;
  return acknowledge([...findings, ...validate(inputs, others)], acknowledged);
}
