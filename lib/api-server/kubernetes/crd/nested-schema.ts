import type { Field } from '../field';
import { checkPatternOf } from './patterns';

/*
 * Parts of a schema below allOf, anyOf, oneOf and not. They restrict values, and say nothing about what there is.
 */

/** What only the schema around them says. */
const STRUCTURAL = [
  ...['default', 'title', 'description', 'nullable', 'additionalProperties', 'x-kubernetes-preserve-unknown-fields'],
  ...['x-kubernetes-embedded-resource', 'x-kubernetes-int-or-string', 'x-kubernetes-list-map-keys'],
  ...['x-kubernetes-list-type', 'x-kubernetes-map-type', 'x-kubernetes-validations'],
];

/** `around`: the schema that the part is about, where it must describe all of it. `types`: whether the part may name a type `itself`, or its anyOf `inside` may. */
export function checkNested(part: Field, around: Field | undefined, types: 'itself' | 'inside' | 'no'): void {
  if (!part.given) return;
  checkKeywords(part, types === 'itself');
  checkPatternOf(part);
  for (const junctor of ['allOf', 'anyOf', 'oneOf']) {
    const may = types === 'inside' && junctor === 'anyOf' ? 'itself' : 'no';
    part.at(junctor).items.forEach((nested) => checkNested(nested, around, may));
  }
  checkNested(part.at('not'), around, 'no');
  checkBelow(part, around);
}

function checkKeywords(part: Field, mayHaveType: boolean): void {
  for (const keyword of [...STRUCTURAL, ...(mayHaveType ? [] : ['type'])].filter((name) => isPresent(part.at(name)))) {
    part
      .at(keyword)
      .refuse(
        `${keyword} stands below a condition, where the schema is not structural`,
        'move it out of the condition',
      );
  }
}

/** An empty object is something here: a default, or a schema for any value. */
function isPresent({ given, value }: Field): boolean {
  return given && value !== false && value !== '' && value.length !== 0;
}

function checkBelow(part: Field, around: Field | undefined): void {
  for (const [name, property] of part.at('properties').entries) {
    const described = around?.at('properties', name);
    if (name === 'metadata') property.refuse('a condition cannot be about metadata', 'take it away');
    if (described?.given === false) {
      property.refuse(`${name} has a condition, and no schema`, 'add it to the properties around');
    } else {
      checkNested(property, described, 'no');
    }
  }
  const [items, described] = [part.at('items'), around?.at('items')];
  if (items.given && described?.given === false) {
    items.refuse('items have a condition, and no schema', 'add items around');
  } else {
    checkNested(items, described, 'no');
  }
}
