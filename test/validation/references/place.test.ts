import { Place } from '../../../lib/validation/references/place';

describe('a place', () => {
  const place = new Place({ list: ['x', { name: 'y', empty: '' }], map: { a: 1, b: 'c' } });

  test('knows where it is', () => {
    expect(place.path).toEqual([]);
    expect(place.at('list', 1, 'name')).toMatchObject({ value: 'y', path: ['list', 1, 'name'] });
    expect(place.each('list').map(({ path }) => path)).toEqual([
      ['list', 0],
      ['list', 1],
    ]);
    expect(
      place
        .at('map')
        .fields()
        .map(([name, { path }]) => [name, path]),
    ).toEqual([
      ['a', ['map', 'a']],
      ['b', ['map', 'b']],
    ]);
  });

  test('reads texts only', () => {
    expect(place.at('map').texts()).toEqual({ b: 'c' });
    expect([place.at('map').text('a'), place.at('map').text('b'), place.at('list', 1).text('empty')]).toEqual([
      undefined,
      'c',
      '',
    ]);
  });

  test.each([undefined, null, 1, 'text', ['a'], {}])('reads nothing in %j', (value) => {
    const nothing = new Place({ value }).at('value');
    expect([nothing.at('a', 'b').value, nothing.text('a'), nothing.each('a')]).toEqual([undefined, undefined, []]);
  });

  test.each([undefined, null, 1, 'text', ['a']])('finds no fields in %j', (value) => {
    const nothing = new Place({ value }).at('value');
    expect([nothing.fields(), nothing.texts()]).toEqual([[], undefined]);
  });
});
