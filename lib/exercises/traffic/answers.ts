/** The names in an answer to `GET /v1/models`; none, if it is no such answer. */
export function modelsIn(body: string): readonly string[] {
  const { data } = objectIn(body);
  return Array.isArray(data) ? data.flatMap((model) => (typeof model?.id === 'string' ? [model.id] : [])) : [];
}

/** What a completion says of itself: `text_completion for a prompt of 7 tokens`. */
export function describedCompletion(body: string): string {
  const { object, usage } = objectIn(body);
  const tokens = usage?.prompt_tokens;
  const kind = typeof object === 'string' ? object : 'an answer without a kind';
  return typeof tokens === 'number'
    ? `${kind} for a prompt of ${tokens} tokens`
    : `${kind}, without usage.prompt_tokens`;
}

function objectIn(body: string): any {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
