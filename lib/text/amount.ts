import { nanos } from './quantity';

/** A Kubernetes quantity as a number: `100m` is 0.1, `1Gi` is 2^30. Undefined for what is none. */
export function amount(quantity: unknown): number | undefined {
  const exact = quantity === undefined ? undefined : nanos(quantity);
  return exact === undefined ? undefined : Number(exact) / 1e9;
}

export const GIBIBYTE = 1024 ** 3;

/** Bytes as people say them: `1.5 GiB`, `512 MiB`. */
export function showBytes(bytes: number): string {
  return bytes < GIBIBYTE ? `${round(bytes / 1024 ** 2)} MiB` : `${round(bytes / GIBIBYTE)} GiB`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
