import fs from 'node:fs';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPaths, type ReadOptions } from '../../../lib/validation';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'cdk8s-llm-d-read-'))));
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function write(files: { readonly [path: string]: string | Buffer }): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** What was read, without the folder: values by file, and diagnostics. */
function read(paths: readonly string[], options?: ReadOptions) {
  const short = (text?: string) => text?.replace(folder, '.');
  const { inputs, diagnostics } = readPaths(
    paths.map((path) => (path === '-' ? path : join(folder, path))),
    options,
  );
  return {
    values: inputs.map(({ object, origin }) => `${short(origin?.file)} ${JSON.stringify(object)}`),
    diagnostics: diagnostics.map(({ code, severity, file, message, remedy }) =>
      [severity, code, short(file), message, remedy].join('; '),
    ),
  };
}

describe('folders', () => {
  beforeEach(() =>
    write({
      'b.yml': 'b: 1',
      'a.yaml': 'a: 1',
      'c.json': '{"c": 1}',
      'notes.md': 'x',
      '0/d.yaml': 'd: 1',
      'z/e.yaml': 'e: 1',
    }),
  );

  test('are read as kubectl does it: by name, one level', () => {
    expect(read(['']).values).toEqual(['./a.yaml {"a":1}', './b.yml {"b":1}', './c.json {"c":1}']);
  });

  test('are read with their folders, in the order of names', () => {
    expect(read([''], { recursive: true }).values).toEqual([
      './0/d.yaml {"d":1}',
      './a.yaml {"a":1}',
      './b.yml {"b":1}',
      './c.json {"c":1}',
      './z/e.yaml {"e":1}',
    ]);
  });

  test('a file is read whatever its name is, and in the order of the paths', () => {
    expect(read(['z/e.yaml', 'notes.md']).values).toEqual(['./z/e.yaml {"e":1}', './notes.md "x"']);
  });

  test('a file is read once, however often it is named', () => {
    symlinkSync(join(folder, 'a.yaml'), join(folder, 'zz.yaml'));
    expect(read(['a.yaml', 'a.yaml', '']).values).toHaveLength(3);
  });

  test('links to files are followed, links to folders are not', () => {
    write({ 'links/own.yaml': 'own: 1' });
    symlinkSync(join(folder, 'a.yaml'), join(folder, 'links', 'linked.yaml'));
    symlinkSync(join(folder, 'links'), join(folder, 'links', 'itself'));
    symlinkSync(join(folder, 'z'), join(folder, 'links', 'folder.yaml'));
    expect(read(['links'], { recursive: true })).toEqual({
      values: ['./links/linked.yaml {"a":1}', './links/own.yaml {"own":1}'],
      diagnostics: ['error; LLMD-FILE; ./links/folder.yaml; this is a link to a folder; name the folder'],
    });
  });

  test('a link to a folder is read when it is named', () => {
    symlinkSync(join(folder, 'z'), join(folder, 'linked'));
    expect(read(['linked']).values).toEqual(['./linked/e.yaml {"e":1}']);
  });
});

describe('what cannot be read', () => {
  test.each<[string, string, () => void, string]>([
    ['nothing', 'x', () => {}, 'there is no such file or folder; correct the path'],
    ['a file for a folder', 'x/y', () => write({ x: '' }), 'there is no such file or folder; correct the path'],
    [
      'a link to itself',
      'x',
      () => symlinkSync('x', join(folder, 'x')),
      'it is a link that leads back to itself; remove the link',
    ],
    [
      'an empty folder',
      'x',
      () => mkdirSync(join(folder, 'x')),
      'the folder has no *.json, *.yaml, *.yml; add -R to read the folders below it as well',
    ],
    ['a file that is too long for its system', 'x'.repeat(300), () => {}, 'ENAMETOOLONG: '],
  ])('%s', (_, path, prepare, text) => {
    prepare();
    const [diagnostic, ...others] = readPaths([join(folder, path)]).diagnostics;
    expect(diagnostic).toMatchObject({ code: 'LLMD-FILE', severity: 'error', file: join(folder, path) });
    expect(`${diagnostic.message}; ${diagnostic.remedy}`).toContain(text);
    expect(others).toEqual([]);
  });

  test('a web address', () => {
    expect(readPaths(['https://example.com/a.yaml']).diagnostics).toMatchObject([
      { code: 'LLMD-FILE', remedy: 'download it first: `curl -L URL | cdk8s-llm-d validate -`' },
    ]);
  });

  test('an empty folder, with all below it', () => {
    mkdirSync(join(folder, 'x'));
    expect(read(['x'], { recursive: true }).diagnostics).toEqual([
      'error; LLMD-FILE; ./x; the folder has no *.json, *.yaml, *.yml; name another folder',
    ]);
  });

  test('a file without permission does not hide the others', () => {
    write({ 'a.yaml': 'a: 1', 'b.yaml': 'b: 1' });
    const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    jest.spyOn(fs, 'readFileSync').mockImplementationOnce(() => {
      throw denied;
    });
    expect(read([''])).toEqual({
      values: ['./b.yaml {"b":1}'],
      diagnostics: ['error; LLMD-FILE; ./a.yaml; it may not be read; set the permissions so that you may read it'],
    });
  });
});

describe('bytes', () => {
  const UTF_16 = Buffer.from('\uFEFFa: ü', 'utf16le');

  test.each<[string, Buffer]>([
    ['UTF-8', Buffer.from('a: ü')],
    ['UTF-8 with a mark', Buffer.from('\uFEFFa: ü')],
    ['UTF-16', UTF_16],
    ['UTF-16 the other way round', Buffer.from(UTF_16).swap16()],
  ])('%s', (_, content) => {
    write({ 'a.yaml': content });
    expect(read(['a.yaml'])).toEqual({ values: ['./a.yaml {"a":"ü"}'], diagnostics: [] });
  });

  test.each<[string, Buffer, string, number]>([
    ['no UTF-8', Buffer.from('a: 1\nb: \xfc\nc: 1', 'latin1'), 'this line is no UTF-8; save the file as UTF-8', 2],
    [
      'a program',
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0xff]),
      'this is no text: it holds a zero byte; give a file of YAML or JSON',
      1,
    ],
    [
      'UTF-16 without a mark',
      Buffer.from('a: 1', 'utf16le'),
      'this is no text: it holds a zero byte; give a file of YAML or JSON',
      1,
    ],
  ])('%s', (_, content, text, line) => {
    write({ 'a.yaml': content });
    const [{ code, message, remedy, ...diagnostic }] = readPaths([join(folder, 'a.yaml')]).diagnostics;
    expect([code, `${message}; ${remedy}`, diagnostic.line]).toEqual(['LLMD-YAML', text, line]);
  });
});

describe('nothing to check', () => {
  test.each<[string, Buffer | undefined]>([
    ['an empty pipe', Buffer.alloc(0)],
    ['an empty list', Buffer.from('apiVersion: v1\nkind: List\nitems: []\nmetadata: {resourceVersion: ""}\n')],
    ['a list of empty lists', Buffer.from('{"kind": "List", "items": [{"kind": "PodList", "items": []}]}')],
    ['a pipe of comments', Buffer.from('# nothing\n---\n')],
    ['no pipe', undefined],
  ])('%s is an error', (_, stdin) => {
    expect(read(['-'], { stdin }).diagnostics).toEqual([
      'error; LLMD-EMPTY; stdin; there is no object in it; correct the path, or see why the file is empty',
    ]);
  });

  test('an empty file beside others is only mentioned', () => {
    write({ 'a.yaml': '', 'b.yaml': 'b: 1' });
    expect(read([''])).toEqual({
      values: ['./b.yaml {"b":1}'],
      diagnostics: [
        'note; LLMD-EMPTY; ./a.yaml; there is no object in it; correct the path, or see why the file is empty',
      ],
    });
  });

  test('a broken file is not empty', () => {
    write({ 'a.yaml': 'a: @' });
    expect(readPaths([join(folder, 'a.yaml')]).diagnostics.map(({ code }) => code)).toEqual(['LLMD-YAML']);
  });
});

test('a pipe is read beside files, and first', () => {
  write({ 'a.yaml': 'a: 1' });
  const shares: number[] = [];
  const stdin = Buffer.from('b: 1');
  const { values } = read(['a.yaml', '-'], { stdin, onProgress: (share) => shares.push(share) });
  expect(values).toEqual(['stdin {"b":1}', './a.yaml {"a":1}']);
  expect(shares).toEqual([0.5, 1]);
});

test.each([
  ['a pipe', (path: string) => void execFileSync('mkfifo', [path])],
  ['a link to a device without an end', (path: string) => symlinkSync('/dev/zero', path)],
])('%s is refused, by its name and in a folder', (_, make) => {
  make(join(folder, 'a.yaml'));
  const refusal = 'this is a pipe or a device, and no file';
  expect(read(['a.yaml']).diagnostics.join()).toContain(refusal);
  expect(read(['.']).diagnostics.join()).toContain(refusal);
});
