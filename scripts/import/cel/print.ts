import * as runtime from '../../../lib/api-server/cel/runtime';
import type { PrintedRule, RuleNode } from './tree';

/** Prints trees by version as a CommonJS module. Equal nodes are printed once. */
export function printTrees(trees: { readonly [version: string]: RuleNode }): string {
  const printer = new Printer(Object.entries(trees));
  const versions = Object.entries(trees).map(([version, tree]) => `    ${version}: ${printer.print(tree, '    ')},\n`);
  const text = `${printer.constants.join('')}  return {\n${versions.join('')}  };\n`;
  const functions = Object.keys(runtime).filter((name) => new RegExp(`\\b${name}\\(`).test(text));
  return `'use strict';\n\nexports.rulesWith = ({ ${functions.join(', ')} }) => {\n${text}};\n`;
}

class Printer {
  /** Declarations of the nodes that occur more than once, in order of their use. */
  readonly constants: string[] = [];
  /** Names of the constants for nodes that occur more than once, by the content of the node. */
  private readonly repeated = new Map<string, string>();
  private readonly declared = new Set<string>();

  constructor(trees: readonly (readonly [string, RuleNode])[]) {
    const seen = new Set<string>();
    const names = new Set<string>();
    const visit = (name: string, node: RuleNode) => {
      const id = JSON.stringify(node);
      if (!seen.has(id)) {
        seen.add(id);
        childrenOf(node, name).forEach(([childName, child]) => visit(childName, child));
      } else if (!this.repeated.has(id)) {
        this.repeated.set(id, unique(`${name.replace(/\W/g, '_')}Rules`, names));
      }
    };
    trees.forEach(([version, tree]) => visit(version, tree));
  }

  print(node: RuleNode, indent: string): string {
    const id = JSON.stringify(node);
    const name = this.repeated.get(id);
    if (name === undefined) return this.literal(node, indent);
    if (!this.declared.has(name)) {
      this.declared.add(name);
      const literal = this.literal(node, '  ');
      this.constants.push(`  const ${name} = ${literal};\n`);
    }
    return name;
  }

  private literal(node: RuleNode, indent: string): string {
    const [inner, innermost] = [`${indent}  `, `${indent}    `];
    const parts: string[] = [];
    if (node.rules !== undefined) {
      parts.push(`${inner}rules: [\n${node.rules.map((rule) => printRule(rule, innermost)).join('')}${inner}],\n`);
    }
    if (node.properties !== undefined) {
      const fields = Object.entries(node.properties).map(
        ([name, child]) => `${innermost}${key(name)}: ${this.print(child, innermost)},\n`,
      );
      parts.push(`${inner}properties: {\n${fields.join('')}${inner}},\n`);
    }
    if (node.items !== undefined) parts.push(`${inner}items: ${this.print(node.items, inner)},\n`);
    if (node.values !== undefined) parts.push(`${inner}values: ${this.print(node.values, inner)},\n`);
    return `{\n${parts.join('')}${indent}}`;
  }
}

/** The child nodes of a node, with names for constants. */
function childrenOf({ properties = {}, items, values }: RuleNode, name: string): (readonly [string, RuleNode])[] {
  return [
    ...Object.entries(properties),
    ...(items === undefined ? [] : [[`${name}Item`, items] as const]),
    ...(values === undefined ? [] : [[`${name}Value`, values] as const]),
  ];
}

/** `holds` and `explain` are code, the rest is text. */
function printRule({ holds, explain, ...texts }: PrintedRule, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(texts).map(([name, value]) => `${inner}${name}: ${JSON.stringify(value)},\n`);
  for (const [name, code] of Object.entries({ holds, explain })) {
    if (code !== undefined) lines.push(`${inner}${name}: ${code},\n`);
  }
  return `${indent}{\n${lines.join('')}${indent}},\n`;
}

function key(name: string): string {
  return /^[a-zA-Z_]\w*$/.test(name) ? name : JSON.stringify(name);
}

function unique(name: string, taken: Set<string>): string {
  let candidate = name;
  for (let count = 2; taken.has(candidate); count++) candidate = `${name}${count}`;
  taken.add(candidate);
  return candidate;
}
