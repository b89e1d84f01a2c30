/** A list from an object or a file that no schema has checked; empty where it is no list. */
export function listOf(value: unknown): readonly any[] {
  return Array.isArray(value) ? value : [];
}
