import { acknowledge } from './acknowledgement';
import type { Diagnostic } from '../api-server/diagnostic';
import type { Reading } from '../api-server/read';
import { printable, withoutUserInfo } from '../text/printable';
import { validate, type ValidateOptions } from './validate';

/** The texts of a diagnostic come from files, and go to terminals. */
function withoutControl(diagnostic: Diagnostic): Diagnostic {
  const clean = (value: unknown) => (typeof value === 'string' ? withoutUserInfo(printable(value)) : value);
  return Object.fromEntries(
    Object.entries(diagnostic).map(([key, value]) => [key, clean(value)]),
  ) as unknown as Diagnostic;
}

/** Validates what was read: the diagnostics of the reading, of each object, and of all objects together. */
export function check({ inputs, diagnostics }: Reading, options: ValidateOptions = {}): Diagnostic[] {
  const { acknowledged = [], ...others } = options;
  return acknowledge([...diagnostics, ...validate(inputs, others)], acknowledged).map(withoutControl);
}
