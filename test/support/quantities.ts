/** CPU as a Kubernetes quantity, in millicores: `2`, `0.5`, `100m`. */
export function millicores(quantity: string): number {
  return quantity.endsWith('m') ? number(quantity.slice(0, -1)) : number(quantity) * 1000;
}

const MEBIBYTES: { readonly [suffix: string]: number } = { Ki: 1 / 1024, Mi: 1, Gi: 1024, Ti: 1024 ** 2 };

/** Memory as a Kubernetes quantity, in MiB: `128Mi`, `2Gi`. */
export function mebibytes(quantity: string): number {
  const factor = MEBIBYTES[quantity.slice(-2)];
  if (factor === undefined) {
    throw new Error(`no binary suffix: ${quantity}`);
  }
  return number(quantity.slice(0, -2)) * factor;
}

function number(text: string): number {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) {
    throw new Error(`no quantity: ${text}`);
  }
  return value;
}
