import { acknowledge } from './acknowledgement';
import type { Diagnostic } from '../api-server/diagnostic';
import type { Reading } from '../api-server/read';
import { validate, type ValidateOptions } from './validate';

/** Validates what was read: the diagnostics of the reading, of each object, and of all objects together. */
export function check({ inputs, diagnostics }: Reading, options: ValidateOptions = {}): Diagnostic[] {
  const { acknowledged = [], ...others } = options;
  return acknowledge([...diagnostics, ...validate(inputs, others)], acknowledged);
}
