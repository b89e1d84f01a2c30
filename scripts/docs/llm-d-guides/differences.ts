import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { DeploymentSpec } from '../../../imports/k8s';
import { ROOT } from '../../support/root';
import type { Guide } from './guides';
import { type Fields, podFields } from './pod-fields';
import { REASONS, type Reason } from './reasons';

/** A field whose value here is another than llm-d's; undefined where it is not there. */
export interface Difference {
  readonly field: string;
  readonly theirs: string | undefined;
  readonly ours: string | undefined;
}

/** The pods of a guide, and of the stack that expresses it. */
export interface Comparison {
  readonly guide: Guide;
  /** Fields with the same value in both. */
  readonly same: readonly string[];
  readonly differences: readonly Difference[];
}

interface Deployment {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: DeploymentSpec;
}

/** Compares a guide with its stack as examples/llm-d-guides writes it. */
export function compared(guide: Guide): Comparison {
  return comparison(guide, exampleFields(guide.stack));
}

/** Compares a guide with the fields of other pods. */
export function comparison(guide: Guide, ours: Fields): Comparison {
  const theirs: Fields = { ...guide.fields, 'pod.serviceAccountName': `${guide.prefix}sa` };
  const fields = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])].sort();
  return {
    guide,
    same: fields.filter((field) => theirs[field] === ours[field]),
    differences: fields
      .filter((field) => theirs[field] !== ours[field])
      .map((field) => ({ field, theirs: theirs[field], ours: ours[field] })),
  };
}

/** The fields of the model server's pods of a stack of the example. */
export function exampleFields(stack: string): Fields {
  const yaml = readFileSync(join(ROOT, `examples/llm-d-guides/dist/${stack}.k8s.yaml`), 'utf8');
  const objects = parseAllDocuments(yaml).map((document) => document.toJS() as Deployment);
  return podFields(objects.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === stack)!.spec);
}

/** The reasons that are given for a difference: one, if all is well. */
export function reasonsOf(stack: string, field: string): Reason[] {
  return REASONS.filter(
    ({ fields, stacks = [stack], butFor = [] }) =>
      stacks.includes(stack) && !butFor.includes(stack) && fields.some((pattern) => covers(pattern, field)),
  );
}

/** Whether a field of a reason, which may end in `*`, is this one. */
export function covers(pattern: string, field: string): boolean {
  return pattern.endsWith('*') ? field.startsWith(pattern.slice(0, -1)) : pattern === field;
}
