/** Ids of the releases of the endpoint picker that this library knows, newest first. */
export const RELEASE_IDS = ['llm-d-router-v0.10.0', 'gaie-v1.5.0', 'gaie-v1.4.0'] as const;

/** Tables over releases are `Record<ReleaseId, …>`: one that lacks a release does not compile. */
export type ReleaseId = (typeof RELEASE_IDS)[number];
