/** The plugins with an index of the prefixes that vLLM's events tell. */
export const PREFIX_INDEX_TYPES: readonly string[] = ['precise-prefix-cache-producer', 'precise-prefix-cache-scorer'];

/** What the index takes where its parameters say nothing. Source: llm-d-router v0.10.0. */
export const PREFIX_INDEX_DEFAULTS = { blockSizeTokens: 16, socketPort: 5557, topicFilter: 'kv@' };
