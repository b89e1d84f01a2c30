import { EXPERIMENTAL_GROUP, LLM_D_GROUP } from '../catalogue/api-groups';

/** Kinds of llm-d, as `group/Kind`, that a program reads from a file and that are never sent to a cluster. */
export const FILE_KINDS: ReadonlySet<string> = new Set(
  [EXPERIMENTAL_GROUP, LLM_D_GROUP].map((group) => `${group}/EndpointPickerConfig`),
);
