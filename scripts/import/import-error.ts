/** An expected failure, shown without a stack trace. */
export class ImportError extends Error {}
