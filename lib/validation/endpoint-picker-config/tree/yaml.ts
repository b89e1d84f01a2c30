import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseAllDocuments,
  Scalar,
  visit,
} from 'yaml';
import type { Field, Node, ScalarNode } from './node';
import type { Mistake, Reading } from './read';
import { type Resolved, resolvePlain } from './scalar';

const CONTROL_CHARACTER = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;

/** Reads the first document of a text, as go.yaml.in/yaml/v2 and sigs.k8s.io/yaml do. */
export function readYaml(text: string): Reading {
  // A document must begin before it ends.
  if (/^(?:[ \t]*(?:#.*)?\n)*\.\.\.\s/.test(text))
    return unreadable(1, 'it ends before it begins', 'take the ... away');
  const control = CONTROL_CHARACTER.exec(text);
  if (control !== null) {
    const line = text.slice(0, control.index).split('\n').length;
    return unreadable(line, 'it has a control character', 'take the character away');
  }
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    // What plain words mean is decided by `resolvePlain`, since YAML 1.1 has several readings.
    schema: 'failsafe',
    version: '1.1',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter: lines,
  });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const [first, second] = 'empty' in documents ? [] : documents;
  if (first === undefined) return { root: { is: 'null', line: 1 }, mistakes: [] };
  const end = endOf(first, lines) ?? second?.range[0];
  const tab = tabbedLine(text.slice(0, end), first, lineAt);
  if (tab !== undefined) return unreadable(tab, 'a tab indents it', 'indent with spaces');
  const error = first.errors.find(({ pos }) => end === undefined || pos[0] < end);
  if (error !== undefined) return unreadable(lineAt(error.pos[0]), error.message, 'correct the YAML');
  const reader = new DocumentReader(first, lineAt);
  const root = reader.node(first.contents);
  return { root, mistakes: reader.mistakes, restLine: end === undefined ? undefined : lineAt(end) };
}

function unreadable(line: number, problem: string, remedy: string): Reading {
  return { mistakes: [{ line, message: `this is no YAML: ${problem}`, remedy }] };
}

/** Where a document ends because what follows is indented less than its first line: nobody reads any further. */
function endOf({ errors, contents }: Document.Parsed, lines: LineCounter): number | undefined {
  const offset = errors.find(({ message }) => message.endsWith(' at node end'))?.pos[0];
  if (offset === undefined || !contents) return undefined;
  const isBlock = isCollection(contents) && !contents.flow;
  const column = (at: number) => lines.linePos(at).col;
  return isBlock && column(offset) >= column(contents.range[0]) ? undefined : offset;
}

/** The first line that is indented with a tab, where go-yaml reads indentation. */
function tabbedLine(text: string, document: Document.Parsed, lineAt: (offset: number) => number): number | undefined {
  if (!text.includes('\t')) return undefined;
  const inside = new Set<number>();
  visit(document, (_, node) => {
    const free = (isScalar(node) && node.type !== Scalar.PLAIN) || (isCollection(node) && node.flow);
    const range = (node as { range?: readonly number[] } | null)?.range;
    if (free && range) for (let line = lineAt(range[0]) + 1; line <= lineAt(range[1] - 1); line++) inside.add(line);
  });
  const index = text.split('\n').findIndex((line, at) => /^(?:\t| +\t *[^\s])/.test(line) && !inside.has(at + 1));
  return index < 0 ? undefined : index + 1;
}

class DocumentReader {
  readonly mistakes: Mistake[] = [];
  private readonly open = new Set<unknown>();

  constructor(
    private readonly document: Document,
    private readonly lineAt: (offset: number) => number,
  ) {}

  node(source: unknown): Node {
    const line = this.lineOf(source);
    if (isAlias(source)) return { ...this.alias(source, line), line };
    if (isSeq(source)) return { is: 'list', items: source.items.map((item) => this.node(item)), line };
    if (isMap(source)) return { is: 'object', fields: this.fields(source.items, line), line };
    return { ...this.scalar(source, line), line };
  }

  private alias(source: { source: string; resolve(document: Document): unknown }, line?: number): Node {
    const target = source.resolve(this.document);
    if (target === undefined || this.open.has(target)) {
      const problem = target === undefined ? 'there is no such anchor before it' : 'it contains itself';
      return this.mistake(line, `alias *${source.source}: ${problem}`, 'write the value out');
    }
    this.open.add(target);
    const node = this.node(target);
    this.open.delete(target);
    return node;
  }

  private fields(pairs: readonly Pair[], mapLine?: number): Field[] {
    const fields: Field[] = [];
    const keys = new Set<string>();
    for (const { key, value } of pairs) {
      const line = this.lineOf(key) ?? mapLine;
      const added = isMergeKey(key)
        ? this.merged(value, line)
        : [{ key: this.key(key, line), value: this.node(value), line }];
      for (const field of added) {
        if (keys.has(field.key)) {
          this.mistake(line, `key ${JSON.stringify(field.key)} is there already`, 'keep one of them');
        } else fields.push(field);
        keys.add(field.key);
      }
    }
    // The way to JSON sorts them, which decides among fields that differ in case only.
    return fields.sort((one, other) => (one.key < other.key ? -1 : 1));
  }

  private merged(value: unknown, line?: number): Field[] {
    const sources = isSeq(value) ? value.items : [value];
    return sources.flatMap((source) => {
      const node = this.node(source);
      if (node.is === 'object') return node.fields;
      this.mistake(line, '<< merges something that is no mapping', 'write the fields out');
      return [];
    });
  }

  private key(source: unknown, line?: number): string {
    const node = this.node(source);
    switch (node.is) {
      case 'string':
        return node.value;
      case 'number':
        return node.literal;
      case 'boolean':
        return String(node.value);
      default:
        this.mistake(line, `a key is ${node.is === 'null' ? 'empty' : 'no plain word'}`, 'name the field');
        return '';
    }
  }

  private scalar(source: unknown, line?: number): ScalarNode {
    const resolved = this.resolve(source, line);
    if (resolved.is !== 'infinite') return resolved;
    return this.mistake(
      line,
      'JSON, which the endpoint picker makes of this, has no infinite numbers',
      'write a number',
    );
  }

  private resolve(source: unknown, line?: number): Resolved {
    if (!isScalar<string>(source)) return { is: 'null' };
    const { tag, type, value } = source;
    const text = value ?? '';
    if (tag === undefined) return type === Scalar.PLAIN ? resolvePlain(text) : { is: 'string', value: text };
    const check = TAGS[tag];
    if (check === undefined) return { is: 'string', value: text };
    const resolved = check(text, resolvePlain(text));
    if (resolved !== undefined) return resolved;
    return this.mistake(
      line,
      `${JSON.stringify(text)} is no ${tag.slice(tag.lastIndexOf(':') + 1)}`,
      'take the tag away',
    );
  }

  private mistake(line: number | undefined, message: string, remedy: string): ScalarNode {
    this.mistakes.push({ line, message, remedy });
    return { is: 'null', line };
  }

  private lineOf(source: unknown): number | undefined {
    const { range } = (source ?? {}) as { range?: [number, number, number] };
    return range && this.lineAt(range[0]);
  }
}

/** What a tag asks of a value: undefined where they do not fit. Other tags make strings. */
const TAGS: { readonly [tag: string]: (text: string, plain: Resolved) => Resolved | undefined } = {
  'tag:yaml.org,2002:str': (value) => ({ is: 'string', value }),
  'tag:yaml.org,2002:bool': (_, plain) => (plain.is === 'boolean' ? plain : undefined),
  'tag:yaml.org,2002:null': (_, plain) => (plain.is === 'null' ? plain : undefined),
  'tag:yaml.org,2002:int': (_, plain) => (plain.is === 'number' && /^-?\d+$/.test(plain.literal) ? plain : undefined),
  'tag:yaml.org,2002:float': (_, plain) => (plain.is === 'number' || plain.is === 'infinite' ? plain : undefined),
  'tag:yaml.org,2002:binary': (text) =>
    /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)
      ? { is: 'string', value: Buffer.from(text, 'base64').toString() }
      : undefined,
};

function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.type === Scalar.PLAIN && key.value === '<<';
}
