/** Whether labels meet one of a selector's `matchExpressions`; undefined for an unknown operator. */
export function meets(
  labels: { readonly [key: string]: string },
  { key, operator, values = [] }: any,
): boolean | undefined {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return undefined;
  }
}
