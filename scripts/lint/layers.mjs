/**
 * The rooms of lib/, each a folder or a file, lowest first. A file may import from its own room and from the rows
 * before, never from a room beside it or after it.
 */
const LAYERS = [
  ['errors.ts'],
  ['names.ts', 'numbers.ts', 'text'],
  ['catalogue'],
  ['endpoint-picker-config', 'api-server'],
  ['validation', 'kubernetes'],
  ['app'],
  ['model-server', 'endpoint-picker', 'platform'],
  ['routing'],
  ['gateway'],
  ['stack.ts'],
  ['guides'],
  ['index.ts'],
  ['exercises'],
  ['cli'],
];

const ORDER = LAYERS.map((rooms) => rooms.join(', ')).join(' <- ');

/** How deep folders may lie in a room. */
const DEPTHS = [1, 2, 3, 4];

/** ESLint configs for each room. `always` are restricted import patterns that hold in every room. */
export function layerConfigs(always) {
  return LAYERS.flat().flatMap((room) => {
    const config = (files, leaves) => ({
      name: `layers/${files}`,
      files: [files],
      rules: {
        '@typescript-eslint/no-restricted-imports': ['error', { patterns: [otherImports(room, leaves), ...always] }],
      },
    });
    return room.endsWith('.ts')
      ? [config(`lib/${room}`, '\\./')]
      : DEPTHS.map((depth) => config(`lib/${room}${'/*'.repeat(depth)}`, `(?:\\.\\./){${depth}}`));
  });
}

/** Matches what files of `room` must not import. `leaves` matches the way out of the room, to lib/. */
function otherImports(room, leaves) {
  const row = LAYERS.findIndex((rooms) => rooms.includes(room));
  const allowed = [room, ...LAYERS.slice(0, row).flat()].map((name) => name.replace(/\.ts$/, ''));
  return {
    regex: `^${leaves}(?!(?:${allowed.join('|')})(?:/|$)|\\.\\./imports/)|^cdk8s-llm-d`,
    message: `${room} may import only from itself and the rooms before it: ${ORDER}`,
  };
}
