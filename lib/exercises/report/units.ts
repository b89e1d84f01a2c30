/** `19400` as `19,400`, in every locale. */
export function thousands(count: number): string {
  return count.toLocaleString('en-US');
}

export function counted(count: number, noun: string): string {
  return `${thousands(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** Milliseconds as a number: whole ones, below ten with a tenth. */
export function milliseconds(value: number): string {
  return value < 9.95 ? value.toFixed(1) : thousands(Math.round(value));
}

/** Milliseconds as `850 ms`, `12.3 s` or `2 min 5 s`. */
export function duration(value: number): string {
  if (Math.round(value) < 1000) return `${Math.round(value)} ms`;
  if (value < 59_950) return seconds(value);
  const whole = Math.round(value / 1000);
  return `${thousands(Math.floor(whole / 60))} min ${whole % 60} s`;
}

/** Milliseconds as `12.3 s`. */
export function seconds(value: number): string {
  return `${(value / 1000).toFixed(1)} s`;
}
