import { type Path, showPath } from '../../lib/text/path';

test.each<[Path, string]>([
  [[], ''],
  [['spec', 'ports', 0, 'name'], 'spec.ports[0].name'],
  [['metadata', 'labels', 'app.kubernetes.io/name'], 'metadata.labels["app.kubernetes.io/name"]'],
  [['data', ''], 'data[""]'],
  [[0, 'a-b', '$c_1'], '[0].a-b.$c_1'],
])('%j', (path, text) => expect(showPath(path)).toBe(text));
