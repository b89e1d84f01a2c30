import { entryPoints } from '../../../scripts/support/entry-points';

test('entry points are those with types, whichever condition leads to them', () => {
  const exports = {
    '.': { types: './build/index.d.ts', default: './build/index.js' },
    './validation': {
      import: { types: './build/validation.d.mts', default: './build/validation.mjs' },
      require: { types: './build/validation.d.ts', default: './build/validation.js' },
    },
    './package.json': './package.json',
  };
  expect(entryPoints(exports)).toEqual([
    { subpath: '.', types: './build/index.d.ts' },
    { subpath: './validation', types: './build/validation.d.mts' },
  ]);
});

test('exports without subpaths are refused', () => {
  expect(() => entryPoints({ types: './build/index.d.ts', default: './build/index.js' })).toThrow(/subpath/);
});
