/**
 * The rooms of lib/, each a folder or a file, lowest first. A file may import from its own room and from the rows
 * before, never from a room beside it or after it.
 */
const LAYERS = [
  ['errors.ts'],
  ['names.ts', 'numbers.ts', 'release'],
  ['synth'],
  ['model-server', 'endpoint-picker', 'platform'],
  ['routing'],
  ['gateway'],
  ['stack.ts'],
  ['guides'],
  ['index.ts'],
];

const ORDER = LAYERS.map((rooms) => rooms.join(', ')).join(' <- ');

/** One ESLint config per room. `always` are restricted import patterns that hold in every room. */
export function layerConfigs(always) {
  return LAYERS.flat().map((room) => ({
    name: `layers/${room}`,
    files: [isFile(room) ? `lib/${room}` : `lib/${room}/**`],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [otherImports(room), ...always] }] },
  }));
}

/** Matches what files of `room` must not import. From a file another room is `./room`, from a folder `../room`. */
function otherImports(room) {
  const row = LAYERS.findIndex((rooms) => rooms.includes(room));
  const allowed = [room, ...LAYERS.slice(0, row).flat()].map((name) => name.replace(/\.ts$/, ''));
  const rooms = `(?:${allowed.join('|')})(?:/|$)`;
  const leaves = isFile(room)
    ? `^\\.(?!/${rooms}|\\./imports/)`
    : `^\\.(?!/[^.])(?!\\./(?:\\.\\./)*(?:${rooms}|imports/))`;
  return {
    regex: `${leaves}|^cdk8s-llm-d`,
    message: `${room} may import only from itself and the rooms before it: ${ORDER}`,
  };
}

function isFile(room) {
  return room.endsWith('.ts');
}
