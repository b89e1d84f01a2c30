/**
 * Stands in a text for each part that is not known from the manifests, such as the value of a Secret. It is a character
 * of Unicode's private use area, which manifests do not contain.
 */
export const UNKNOWN = '\uE000';

/** Whether a part of the text is unknown. */
export function hasUnknown(text: string): boolean {
  return text.includes(UNKNOWN);
}
