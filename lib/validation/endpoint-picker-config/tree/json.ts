import type { Field, Node } from './node';
import type { Reading } from './read';

/** Reads JSON, and remembers lines, repeated keys and the spelling of numbers, all of which `JSON.parse` forgets. */
export function readJson(text: string): Reading {
  try {
    JSON.parse(text);
  } catch (error) {
    const message = `the text begins with a brace, so it is read as JSON, and is none: ${(error as Error).message}`;
    return { mistakes: [{ line: 1, message, remedy: 'write JSON, or block style YAML' }] };
  }
  return { root: new ValidJson(text).value(), mistakes: [] };
}

const TOKEN = /[{}[\]:,]|"(?:[^"\\]|\\.)*"|[^\s{}[\]:,"]+/g;

/** A parser for text that is known to be JSON. */
class ValidJson {
  private readonly tokens: RegExpExecArray[];
  private next = 0;
  private line = 1;
  private counted = 0;

  constructor(private readonly text: string) {
    this.tokens = [...text.matchAll(TOKEN)];
  }

  value(): Node {
    const line = this.nextLine();
    const token = this.take();
    switch (token[0]) {
      case '{':
        return { is: 'object', fields: this.members('}', () => this.field()), line };
      case '[':
        return { is: 'list', items: this.members(']', () => this.value()), line };
      case '"':
        return { is: 'string', value: JSON.parse(token) as string, line };
      case 'n':
        return { is: 'null', line };
      case 't':
      case 'f':
        return { is: 'boolean', value: token === 'true', line };
      default:
        return { is: 'number', literal: token, line };
    }
  }

  private field(): Field {
    const line = this.nextLine();
    const key = JSON.parse(this.take()) as string;
    this.take();
    return { key, value: this.value(), line };
  }

  private members<Member>(end: string, member: () => Member): Member[] {
    const members: Member[] = [];
    while (this.peek() !== end) {
      members.push(member());
      if (this.peek() === ',') this.take();
    }
    this.take();
    return members;
  }

  private peek(): string {
    return this.tokens[this.next][0];
  }

  private take(): string {
    return this.tokens[this.next++][0];
  }

  private nextLine(): number {
    const { index } = this.tokens[this.next];
    for (; this.counted < index; this.counted++) if (this.text[this.counted] === '\n') this.line++;
    return this.line;
  }
}
