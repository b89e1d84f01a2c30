/** A place in an object: field names and list indexes, from the top. */
export type Path = readonly (string | number)[];

/** A path as text: `spec.ports[0].name`, `metadata.labels["app.kubernetes.io/name"]`. */
export function showPath(path: Path): string {
  return path.map((step, index) => showStep(step, index === 0)).join('');
}

function showStep(step: string | number, first: boolean): string {
  if (typeof step === 'number') return `[${step}]`;
  if (!/^[\w$-]+$/.test(step)) return `[${JSON.stringify(step)}]`;
  return first ? step : `.${step}`;
}
