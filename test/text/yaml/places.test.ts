import { readText } from '../../../lib/validation';

describe('lines', () => {
  const TEXT = `# a comment
apiVersion: v1
kind: Pod
spec:
  containers:
    - name: a
      image: &image x
    -
      name: b
      args: ["1",
        "2"]
    - {name: c, image: *image}
  volumes: &volumes
    - |
      text
    -
  more: *volumes
  twice: 1
  twice: 2
  closed: [
  1,
]
  last: {a: 1}
`;
  const { inputs } = readText(`one: 1\n---\n${TEXT}`);
  const lineOf = (...path: (string | number)[]) => inputs[1].origin?.lineOf?.(path);

  test.each<[(string | number)[], number]>([
    [[], 4],
    [['kind'], 5],
    [['spec'], 6],
    [['spec', 'containers', 0], 8],
    [['spec', 'containers', 0, 'image'], 9],
    [['spec', 'containers', 1, 'name'], 11],
    [['spec', 'containers', 1, 'args', 0], 12],
    [['spec', 'containers', 1, 'args', 1], 13],
    [['spec', 'containers', 2, 'image'], 14],
    [['spec', 'volumes', 0], 17],
    [['spec', 'volumes', 1], 15],
    [['spec', 'more', 0], 17],
    [['spec', 'twice'], 21],
    [['spec', 'closed', 0], 23],
    [['spec', 'last', 'a'], 25],
    [['spec', 'containers', 0, 'missing', 'deeper'], 8],
    [['spec', 'containers', 7], 7],
    [['missing'], 4],
    [['kind', 'length'], 5],
  ])('%j', (path, line) => expect(lineOf(...path)).toBe(line));

  test('many documents may be asked for in any order', () => {
    const document = `a: ${'x'.repeat(1e6)}\nb: 1\n`;
    const origins = readText(Array.from({ length: 8 }, () => document).join('---\n')).inputs.map(
      ({ origin }) => origin,
    );
    const lines = [...origins, ...origins.reverse()].map((origin) => origin?.lineOf?.(['b']));
    const expected = origins.map((_, index) => 3 * (index + 1) - 1);
    expect(lines).toEqual([...expected, ...expected.reverse()]);
  });
});
