/** The value of an environment variable: undefined where it cannot be known here, null where there is none. */
export type Environment = (name: string) => string | undefined | null;
