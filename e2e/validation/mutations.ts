import * as fc from 'fast-check';
import type { OpenApi, ServerSchemas } from '../support/oracle-schemas';
import { anything, chance, described, type Draw, number, pick, text } from './values';

/** A change of an object, and its name in a report. */
export interface Mutation {
  readonly name: string;
  readonly path: readonly (string | number)[];
}

/** A place in an object that can be changed. */
interface Place {
  readonly parent: any;
  readonly step: string | number;
  readonly path: readonly (string | number)[];
  readonly schema: OpenApi | undefined;
  readonly schemas: ServerSchemas;
}

/** Changes the place, and returns whether that was possible. */
type Operator = (place: Place, draw: Draw) => boolean;

function set({ parent, step }: Place, value: unknown): true {
  parent[step] = value;
  return true;
}

function current({ parent, step }: Place): any {
  return parent[step];
}

function remove({ parent, step }: Place): true {
  if (typeof step === 'number') parent.splice(step, 1);
  else delete parent[step];
  return true;
}

const isObject = (value: unknown): value is { [field: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const EMPTY: { readonly [type: string]: unknown } = { string: '', number: 0, boolean: false };

const TEXT_CHANGES: readonly ((value: string, draw: Draw) => string)[] = [
  (value) => value.toUpperCase(),
  (value) => value.toLowerCase(),
  (value) => value.slice(0, -1),
  (value) => ` ${value}`,
  (value) => `${value}-`,
  (value) => `${value}x`,
  (value) => value.replace(/[-./:]/, '_'),
  (value) => value.repeat(20).slice(0, 300),
  (value) => `${value}${value.slice(-1)}`,
  (value, draw) => `${text(draw)}${value}`,
  (_value, draw) => text(draw),
];

const NUMBER_CHANGES: readonly ((value: number, draw: Draw) => number)[] = [
  (value) => value + 1,
  (value) => value - 1,
  (value) => -value,
  (value) => value * 1000,
  (value) => value / 2,
  (_value, draw) => number(draw),
];

/** Operators by name; those that are listed more than once are chosen more often. */
const OPERATORS: readonly (readonly [string, Operator])[] = [
  ['wrong type', (place, draw) => set(place, anything(draw))],
  ['missing', remove],
  ['null', (place) => set(place, null)],
  ['empty', (place) => set(place, emptied(current(place)))],
  ['other text', (place, draw) => changeText(place, draw)],
  ['other text', (place, draw) => changeText(place, draw)],
  ['other number', (place, draw) => changeNumber(place, draw)],
  ['other number', (place, draw) => changeNumber(place, draw)],
  ['other boolean', (place) => typeof current(place) === 'boolean' && set(place, !current(place))],
  ['quoted', (place) => ['number', 'boolean'].includes(typeof current(place)) && set(place, String(current(place)))],
  ['item twice', (place) => typeof place.step === 'number' && duplicate(place)],
  ['item dropped', (place) => typeof place.step === 'number' && remove(place)],
  ['item added', (place, draw) => addItem(place, draw)],
  ['unknown field', (place, draw) => addField(place, text(draw), anything(draw))],
  ['field in another case', changeCase],
  ['field of the schema', addDescribed],
  ['field of the schema', addDescribed],
  ['field of the schema', addDescribed],
  ['value of the schema', (place, draw) => place.schema !== undefined && set(place, fresh(place, draw))],
  ['value of the schema', (place, draw) => place.schema !== undefined && set(place, fresh(place, draw))],
  ['not in the enum', (place, draw) => place.schema?.enum !== undefined && set(place, text(draw))],
  ['out of bounds', outOfBounds],
  ['value of a neighbour', fromNeighbour],
];

function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  return isObject(value) ? {} : (EMPTY[typeof value] ?? null);
}

function changeText(place: Place, draw: Draw): boolean {
  const value: unknown = current(place);
  return typeof value === 'string' && set(place, pick(draw, TEXT_CHANGES)(value, draw));
}

function changeNumber(place: Place, draw: Draw): boolean {
  const value: unknown = current(place);
  return typeof value === 'number' && set(place, pick(draw, NUMBER_CHANGES)(value, draw));
}

function duplicate({ parent, step }: Place): true {
  parent.splice(step, 0, structuredClone(parent[step]));
  return true;
}

function addItem(place: Place, draw: Draw): boolean {
  const value: unknown = current(place);
  if (!Array.isArray(value)) return false;
  value.push(described(draw, place.schemas, place.schema?.items));
  return true;
}

function addField(place: Place, name: string, value: unknown): boolean {
  const object: unknown = current(place);
  if (!isObject(object)) return false;
  object[name] = value;
  return true;
}

function changeCase({ parent, step }: Place, draw: Draw): boolean {
  if (typeof step === 'number') return false;
  const name = pick(draw, [step.toUpperCase(), step.toLowerCase(), step[0]?.toUpperCase() + step.slice(1), `${step}s`]);
  const value: unknown = parent[step];
  delete parent[step];
  parent[name] = value;
  return true;
}

/** Adds a field that the object might have. Where only one of some may be there, this breaks the rule about it. */
function addDescribed(place: Place, draw: Draw): boolean {
  const object: unknown = current(place);
  const fields = Object.keys(place.schema?.properties ?? {}).filter((field) => isObject(object) && !(field in object));
  if (fields.length === 0) return false;
  const name = pick(draw, fields);
  return addField(place, name, described(draw, place.schemas, place.schema!.properties![name]));
}

function fresh({ schema, schemas }: Place, draw: Draw): unknown {
  return described(draw, schemas, schema);
}

function outOfBounds(place: Place, draw: Draw): boolean {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems } = place.schema ?? {};
  const value: unknown = current(place);
  const items = (count: number) =>
    Array.from({ length: count }, () => (Array.isArray(value) ? structuredClone(value[0]) : value));
  const values = [
    minimum !== undefined && minimum - 1,
    maximum !== undefined && maximum + 1,
    minLength !== undefined && minLength > 0 && 'a'.repeat(minLength - 1),
    maxLength !== undefined && 'a'.repeat(maxLength + 1),
    minItems !== undefined && minItems > 0 && items(minItems - 1),
    maxItems !== undefined && items(maxItems + 1),
  ].filter((candidate) => candidate !== false);
  return values.length > 0 && set(place, pick(draw, values));
}

function fromNeighbour(place: Place, draw: Draw): boolean {
  const { parent, step } = place;
  const type = typeof current(place);
  const others = Object.keys(parent).filter((key) => key !== String(step) && typeof parent[key] === type);
  return others.length > 0 && set(place, structuredClone(parent[pick(draw, others)]));
}

/** Every place in an object that can be changed. */
function placesIn(root: any, schemas: ServerSchemas): Place[] {
  const places: Place[] = [];
  const visit = (parent: any, path: readonly (string | number)[], schema: OpenApi | undefined) => {
    for (const key of Object.keys(parent)) {
      const step = Array.isArray(parent) ? Number(key) : key;
      const below = schemas.below(schema, step);
      const here = [...path, step];
      if (!isFixed(here)) places.push({ parent, step, path: here, schema: below, schemas });
      if (typeof parent[key] === 'object' && parent[key] !== null) visit(parent[key], here, below);
    }
  };
  visit(root, [], schemas.ofKind(root));
  return places;
}

/** Whether a field determines the path of the object in the API. It is not changed, since requests need it. */
function isFixed([first, second]: readonly (string | number)[]): boolean {
  return first === 'apiVersion' || first === 'kind' || (first === 'metadata' && second === 'namespace');
}

/** Chooses a place. Half of the time a subtree with many places counts no more than a small one, so that small ones get a share. */
function choosePlace(root: any, schemas: ServerSchemas, draw: Draw): Place {
  const places = placesIn(root, schemas);
  if (chance(draw, 50)) return pick(draw, places);
  const parents = [...new Set(places.map(({ parent }) => parent))];
  const parent: unknown = pick(draw, parents);
  return pick(
    draw,
    places.filter((place) => place.parent === parent),
  );
}

/** Changes an object at one place, and returns a description. */
export function mutate(object: any, schemas: ServerSchemas, draw: Draw): Mutation {
  for (;;) {
    const place = choosePlace(object, schemas, draw);
    const [name, operator] = pick(draw, OPERATORS);
    if (operator(place, draw)) return { name, path: place.path };
  }
}

/** A copy of one of the objects that differs in one or two places, with a description of the changes. */
export interface Mutant {
  readonly object: any;
  readonly mutations: readonly Mutation[];
}

/** The same mutants for the same seed. Each kind has as many as any other. */
export function mutants(subjects: readonly any[], schemas: ServerSchemas, count: number, seed: number): Mutant[] {
  const kinds = [...new Set(subjects.map(kindOf))];
  const byKind = kinds.map((kind) => subjects.filter((subject) => kindOf(subject) === kind));
  const mutant = fc.gen().map((draw): Mutant => {
    const subject = pick(draw, pick(draw, byKind));
    const object = structuredClone(subject);
    const mutations = [mutate(object, schemas, draw)];
    const more = chance(draw, 25) && placesIn(object, schemas).length > 0;
    if (more) mutations.push(mutate(object, schemas, draw));
    // In another namespace, which may not exist, the server would refuse the object unchecked.
    if (isObject(object.metadata)) object.metadata.namespace = subject.metadata.namespace;
    return { object, mutations };
  });
  return fc.sample(mutant, { numRuns: count, seed });
}

function kindOf({ apiVersion, kind }: any): string {
  return `${apiVersion} ${kind}`;
}
