/*
 * Schedules as robfig/cron, which Kubernetes uses, reads them.
 */

const DESCRIPTORS = ['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly'];
const DURATION = /^[-+]?(\d+(\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h)((\d+(\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h))*$/;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAYS = 'sun mon tue wed thu fri sat'.split(' ');

interface Bounds {
  readonly min: number;
  readonly max: number;
  /** Names for the numbers from `min` on. */
  readonly names?: readonly string[];
}

const FIELDS: readonly Bounds[] = [
  { min: 0, max: 59 },
  { min: 0, max: 23 },
  { min: 1, max: 31 },
  { min: 1, max: 12, names: MONTHS },
  { min: 0, max: 6, names: DAYS },
];

/** Whether a text says when something happens again and again. */
export function isSchedule(text: string): boolean {
  if (text.startsWith('@')) {
    return DESCRIPTORS.includes(text) || (text.startsWith('@every ') && DURATION.test(text.slice('@every '.length)));
  }
  const parts = text.trim().split(/\s+/);
  return parts.length === FIELDS.length && parts.every((part, index) => isField(part, FIELDS[index]));
}

function isField(text: string, bounds: Bounds): boolean {
  return text
    .split(',')
    .filter((part) => part !== '')
    .every((part) => isRange(part, bounds));
}

function isRange(text: string, bounds: Bounds): boolean {
  const [range, step, ...more] = text.split('/');
  const [low, high, ...others] = range.split('-');
  const open = low === '*' || low === '?';
  const first = open ? bounds.min : valueOf(low, bounds);
  const last =
    open || (high === undefined && step !== undefined)
      ? bounds.max
      : high === undefined
        ? first
        : valueOf(high, bounds);
  return (
    more.length === 0 &&
    others.length === 0 &&
    first >= bounds.min &&
    last <= bounds.max &&
    first <= last &&
    isStep(step)
  );
}

function isStep(text: string | undefined): boolean {
  return text === undefined || (/^\d+$/.test(text) && Number(text) > 0);
}

/** NaN, which compares with nothing, for what is neither a number nor a name. */
function valueOf(text: string, { min, names = [] }: Bounds): number {
  const index = names.indexOf(text.toLowerCase());
  if (index >= 0) return min + index;
  return /^\d+$/.test(text) ? Number(text) : NaN;
}
