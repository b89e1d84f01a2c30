/** The label with the role of a pod, which the filters by role read. */
export const ROLE_LABEL = 'llm-d.ai/role';

/** The roles that filters keep. Source: llm-d-router v0.10.0, pkg/epp/framework/plugins/scheduling/filter. */
export const ROLES_BY_FILTER: { readonly [type: string]: readonly string[] } = {
  'decode-filter': ['decode', 'prefill-decode', 'encode-prefill-decode'],
  'prefill-filter': ['prefill', 'encode-prefill', 'prefill-decode', 'encode-prefill-decode'],
  'encode-filter': ['encode', 'encode-prefill', 'encode-prefill-decode'],
};

/** The role that the filters of decode and prefill keep as well, before llm-d-router v0.11.0 (pull request 2509). */
export const BOTH = { role: 'both', filters: ['decode-filter', 'prefill-filter'], until: [0, 11] };
