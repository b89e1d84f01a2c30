/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[], conjunction = 'and'): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ${conjunction} ${words[words.length - 1]}`;
}

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
