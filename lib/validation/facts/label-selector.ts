import { meets } from '../../api-server/label-requirement';

export type Labels = { readonly [key: string]: string };

/**
 * Whether a LabelSelector selects these labels. An empty one selects everything, none at all selects nothing.
 * Source: kubernetes apimachinery, LabelSelectorAsSelector.
 */
export function selects(selector: any, labels: Labels): boolean {
  if (selector === undefined) return false;
  const { matchLabels = {}, matchExpressions = [] } = selector;
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every((expression: any) => meets(labels, expression) === true)
  );
}
