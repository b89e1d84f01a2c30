import type { plugins as gaieV150 } from '../../../lib/catalogue/endpoint-picker/gaie-v1.5.0/plugins';
import type { plugins as router } from '../../../lib/catalogue/endpoint-picker/llm-d-router-v0.10.0/plugins';
import type { ParametersOf } from '../../../lib/catalogue/endpoint-picker/plugins/plugin-type';
import { any, type Infer, list, object, oneOf, quantity, string } from '../../../lib/catalogue/endpoint-picker/shape';

/* Types are compared by tsc: a wrong one does not compile, and the tests at the end run what is left. */

type Same<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;

function same<One, Other>(areSame: Same<One, Other>): boolean {
  return areSame;
}

const shape = object({ name: string(), mode: string(oneOf('a', 'b')), rest: any }, { required: ['name'], open: true });

test('required fields are required, words are the ones that are allowed, and an open shape takes more', () => {
  interface Expected {
    readonly [field: string]: unknown;
    readonly name: string;
    readonly mode?: 'a' | 'b';
    readonly rest?: unknown;
  }
  const value: Infer<typeof shape> = { name: 'x', mode: 'a', more: 1 };
  const expected: Expected = value;
  // @ts-expect-error -- name is missing
  const lacksName: Infer<typeof shape> = {};
  // @ts-expect-error -- c is no mode
  const wrongMode: Infer<typeof shape> = { name: 'x', mode: 'c' };
  expect(Object.keys(shape.fields)).toEqual(['name', 'mode', 'rest']);
  expect([expected, lacksName, wrongMode]).toHaveLength(3);
});

test('lists and quantities', () => {
  const items = list(object({ size: quantity() }));
  expect(items.of.fields.size.kind).toBe('quantity');
  expect(same<Infer<typeof items>, readonly { readonly size?: string | number }[]>(true)).toBe(true);
});

test('a field that is required must exist', () => {
  // @ts-expect-error -- nam is no field
  expect(object({ name: string() }, { required: ['nam'] }).required).toEqual(['nam']);
});

test('the parameters of a plugin type have the types of its shape', () => {
  type Detector = ParametersOf<(typeof gaieV150)['concurrency-detector']>;
  interface ExpectedDetector {
    readonly maxConcurrency?: number;
    readonly headroom?: number;
    readonly concurrencyMode?: 'requests' | 'tokens';
    readonly maxTokenConcurrency?: number;
  }
  expect(same<Detector, { [name in keyof ExpectedDetector]: ExpectedDetector[name] }>(true)).toBe(true);

  type Discovery = ParametersOf<(typeof router)['file-discovery']>;
  expect(same<Discovery, { readonly path: string; readonly watchFile?: boolean }>(true)).toBe(true);

  // @ts-expect-error -- bytes is no mode of this release
  const wrong: Detector = { concurrencyMode: 'bytes' };
  expect(wrong).toBeDefined();
});
