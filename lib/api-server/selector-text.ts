/** Labels as kubectl takes them: `app=vllm,role=decode`. */
export function showLabels(labels: { readonly [key: string]: string }): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}

/** A LabelSelector as kubectl takes it: `app=vllm,tier in (gpu,cpu)`. */
export function showSelector({ matchLabels = {}, matchExpressions = [] }: any): string {
  const expressions = matchExpressions.map(({ key, operator, values = [] }: any) =>
    [key, String(operator).toLowerCase(), values.length === 0 ? '' : `(${values.join(',')})`].filter(Boolean).join(' '),
  );
  return [showLabels(matchLabels), ...expressions].filter(Boolean).join(',');
}
