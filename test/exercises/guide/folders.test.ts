import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { guideFolder, platformFolder, shippedFolder } from '../../../lib/exercises/guide/folders';
import { readObjects, titleOf } from '../../../lib/exercises/guide/objects';

const FOLDER = mkdtempSync(join(tmpdir(), 'cdk8s-llm-d-folders-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

function write(path: string, text: string): string {
  mkdirSync(join(FOLDER, path, '..'), { recursive: true });
  writeFileSync(join(FOLDER, path), text);
  return join(FOLDER, path);
}

describe("the package's own folder", () => {
  test.each([
    [1, '1-vllm'],
    [2, '2-llm-d'],
    [3, '3-load-distribution'],
    [4, '4-model-aliasing'],
    [5, '5-fault-tolerance'],
    [6, '6-observability'],
  ])('has guide %d', (number, name) => {
    const folder = guideFolder(shippedFolder(), number);
    expect(folder.name).toBe(name);
    expect(folder.shown).toBe(`dist/guides/${name}/`);
    expect(readObjects(folder.files)[0].kind).toBe('Deployment');
  });

  test('has the platform, in the order of its files', () => {
    const names = platformFolder(shippedFolder())!.files.map((file) => basename(file, '.k8s.yaml'));
    expect(names).toEqual(['0-namespace', '1-crds', '2-rbac', '3-controller']);
  });
});

describe('another folder', () => {
  test('may have no platform', () => {
    expect(platformFolder(FOLDER)).toBeUndefined();
  });

  test('is shown as it is, for it is not below here', () => {
    write('guides/1-mine/all.yaml', '');
    expect(guideFolder(FOLDER, 1).shown).toBe(`${join(FOLDER, 'guides', '1-mine')}/`);
  });

  test.each([
    ['no such guide', 2, 'LLMD-GUIDE-FOLDER at .*2-…: got nothing there, expected the folder of guide 2'],
    ['a guide without YAML', 3, 'LLMD-GUIDE-FOLDER at .*3-empty/\\*.yaml: got nothing there'],
  ])('with %s is refused', (_, number, expected) => {
    write('guides/3-empty/notes.txt', '');
    expect(() => guideFolder(FOLDER, number)).toThrow(new RegExp(expected));
  });
});

describe('files', () => {
  test('are read in order, without empty documents', () => {
    const one = write('one.yaml', '---\nkind: Service\nmetadata: {name: a, namespace: ns}\n---\n---\n');
    const two = write('two.yaml', 'kind: Namespace\nmetadata: {name: b}\n');
    expect(readObjects([one, two]).map(titleOf)).toEqual(['Service ns/a', 'Namespace b']);
  });

  test.each([
    ['that are no YAML', 'a: 1\n---\nb: @\n', /^LLMD-GUIDE-FILE at .*wrong.yaml: got line 3: /],
    ['that hold something else than objects', 'a: 1\n', /^LLMD-GUIDE-OBJECT at .*wrong.yaml/],
  ])('%s are refused', (_, text, error) => {
    const file = write('wrong.yaml', text);
    expect(() => readObjects([file])).toThrow(error);
  });
});
