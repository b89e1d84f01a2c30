/** A list of a kind, or of a file, that nobody has checked; nothing where it is none. */
export function listOf(value: unknown): readonly any[] {
  return Array.isArray(value) ? value : [];
}
