import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';

/** Compares figures and names in the documentation with the code. */

const GUIDES = readdirSync('docs/guides').map((file) => join('docs/guides', file));
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/validation.md',
  'docs/llm-d-guides.md',
  'examples/llm-d-guides/README.md',
  ...GUIDES,
];

function read(path: string): string {
  return readFileSync(path, 'utf8');
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

/** `Kind/name` of every object in the YAML files of a folder. */
function objectsIn(folder: string): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const documents = files.flatMap((file) => parseAllDocuments(read(join(folder, file)), { logLevel: 'error' }));
  return documents.map((document) => `${document.get('kind')}/${document.getIn(['metadata', 'name'])}`);
}

describe.each(PAGES)('%s', (page) => {
  const text = read(page);

  test('links to files that exist', () => {
    const links = matches(text, /\]\(([^)#:]+)(?:#[^)]*)?\)/g).map((link) => join(dirname(page), link));
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });

  test('names folders of dist/ that exist', () => {
    const folders = matches(text, /-f (dist\/\S*)/g);
    expect(folders.filter((folder) => !existsSync(folder))).toEqual([]);
  });

  test('names npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = matches(text, /npm (?:run )?((?<=run )[\w:-]+|test)/g);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});

test.each(GUIDES)('%s names objects that its folder of dist/ holds', (page) => {
  const text = read(page);
  const folder = `dist/guides/${page.replace(/^.*\/|\.md$/g, '')}`;
  const kinds: Record<string, string> = { svc: 'Service', deployment: 'Deployment', gateway: 'Gateway' };
  // The proxy's Service is made by agentgateway's controller with the name of the Gateway.
  const present = objectsIn(folder).flatMap((name) => [name, name.replace(/^Gateway\//, 'Service/')]);
  const commands = text
    .split('\n')
    .filter((line) => line.startsWith('kubectl ') && !line.includes('agentgateway-system'));
  const named = commands.flatMap((line) =>
    [...line.matchAll(/ (svc|deployment|gateway)\/([\w-]+)/g)].map(([, kind = '', name]) => `${kinds[kind]}/${name}`),
  );

  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !present.includes(name))).toEqual([]);
});

describe('the TypeScript of the README', () => {
  const readme = read('README.md');
  const blocks = [...readme.matchAll(/(?:<!-- (\S+) -->\n)?```ts\n([^]*?)```/g)];

  /** `npx tsc` and `npm run examples` check the types of these files, and a test runs them. */
  test.each(blocks.map(([, file, code]) => [code.split('\n')[0], file, code]))(
    '%s … is part of an example',
    (_, file, code) => {
      expect(file).toMatch(/^examples\//);
      expect(`\n${read(file)}`).toContain(`\n${code}`);
    },
  );

  test('shows the example quickstart as a whole', () => {
    expect(blocks[0].slice(1)).toEqual(['examples/quickstart/main.ts', read('examples/quickstart/main.ts')]);
  });
});
