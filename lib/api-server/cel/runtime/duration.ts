import { parseGoDuration } from '../../../text/duration';
import { fail } from './errors';

/** Nanoseconds of a duration as Go writes it, for example `1h30m`. */
export function duration(text: string): bigint {
  return parseGoDuration(text) ?? fail("type conversion error from 'string' to 'google.protobuf.Duration'");
}
