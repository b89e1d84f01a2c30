/** A failure that a maintainer can act on: shown without a stack. */
export class ImportError extends Error {}
