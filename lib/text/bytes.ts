export const GIBIBYTE = 1024 ** 3;

/** Bytes for a message: `1.5 GiB`, `512 MiB`. */
export function showBytes(bytes: number): string {
  return bytes < GIBIBYTE ? `${round(bytes / 1024 ** 2)} MiB` : `${round(bytes / GIBIBYTE)} GiB`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
