import { CEL_EXAMPLES } from './cel/examples';
import type { Examples } from './example';
import { KUBERNETES_EXAMPLES } from './kubernetes/examples';
import { KUBERNETES_POD_EXAMPLES } from './kubernetes/pod/examples';
import { READ_EXAMPLES } from './read/examples';
import { OBJECT_EXAMPLES } from './rules/examples';

/** The examples of the rules over one object or one text, by code. */
export const API_SERVER_EXAMPLES: Examples = {
  ...READ_EXAMPLES,
  ...OBJECT_EXAMPLES,
  ...KUBERNETES_EXAMPLES,
  ...KUBERNETES_POD_EXAMPLES,
  ...CEL_EXAMPLES,
};
