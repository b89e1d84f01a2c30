/** What a text says, as the endpoint picker sees it: JSON, with the lines of the text that it came from. */
export type Node = ScalarNode | ListNode | ObjectNode;

interface At {
  /** Line of the text, from 1; undefined where there is no text. */
  readonly line?: number;
}

export type ScalarNode = At &
  (
    | { readonly is: 'null' }
    | { readonly is: 'boolean'; readonly value: boolean }
    /** The digits count: Go takes `1.0` for a whole number in YAML, and refuses it in JSON. */
    | { readonly is: 'number'; readonly literal: string }
    | { readonly is: 'string'; readonly value: string }
  );

export interface ListNode extends At {
  readonly is: 'list';
  readonly items: readonly Node[];
}

export interface ObjectNode extends At {
  readonly is: 'object';
  readonly fields: readonly Field[];
}

/** A field of an object. JSON may repeat a key; the last one counts. */
export interface Field extends At {
  readonly key: string;
  readonly value: Node;
}

export const NULL: Node = { is: 'null' };

/** The value of a field; null where there is none. */
export function field(node: Node, key: string): Node {
  return findField(node, key)?.value ?? NULL;
}

/** The line that a path leads to, or as far as the path exists. */
export function lineOf(root: Node, path: readonly (string | number)[]): number | undefined {
  let node: Node | undefined = root;
  let line = root.line;
  for (const step of path) {
    const next: Field | Node | undefined =
      typeof step === 'string' ? findField(node, step) : node?.is === 'list' ? node.items[step] : undefined;
    if (next === undefined) break;
    line = next.line ?? line;
    node = 'key' in next ? next.value : next;
  }
  return line;
}

function findField(node: Node | undefined, key: string): Field | undefined {
  return node?.is === 'object' ? node.fields.findLast((candidate) => candidate.key === key) : undefined;
}
