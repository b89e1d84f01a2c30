import { readFileSync } from 'node:fs';
import * as constructs from '../../lib';
import * as validation from '../../lib/validation';
import { ALL_RULES } from '../../lib/validation/validate';
import { refusals } from '../../scripts/docs/refusals';
import { rulesPage } from '../../scripts/docs/rules';

test('docs/rules.md is what `npm run docs` writes, with a section for every code', () => {
  const page = readFileSync('docs/rules.md', 'utf8');
  expect(page).toBe(rulesPage());
  expect(ALL_RULES.filter(({ code }) => !page.includes(`\n### ${code}\n`))).toEqual([]);
});

test('what constructs refuse is found wherever it is written', () => {
  const found = refusals();
  expect(found).toEqual(
    expect.arrayContaining([
      { code: 'LLMD-MOUNT-TWICE', file: 'lib/kubernetes/pod.ts', expected: 'one volume for each path' },
      {
        code: 'LLMD-POOL-PORT',
        file: 'lib/routing/members.ts',
        expected: 'the same ports for all model servers of a pool',
      },
      { code: 'LLMD-RELEASE', file: 'lib/catalogue/endpoint-picker/releases.ts', expected: 'one of …' },
    ]),
  );
});

test.each(['docs/validation.md', 'lib/cli/validate.ts'])('%s names codes that exist', (page) => {
  const named = readFileSync(page, 'utf8').match(/LLMD-[A-Z-]+[A-Z]/g) ?? [];
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((code) => ALL_RULES.every((rule) => rule.code !== code))).toEqual([]);
});

test('docs/validation.md imports what there is', () => {
  const modules: { readonly [name: string]: object } = {
    'cdk8s-llm-d': constructs,
    'cdk8s-llm-d/validation': validation,
  };
  const imports = [...readFileSync('docs/validation.md', 'utf8').matchAll(/^import \{ (.*) \} from '(.*)';$/gm)];
  expect(imports.length).toBeGreaterThan(0);
  for (const [, names, module] of imports) {
    expect(Object.keys(modules[module])).toEqual(expect.arrayContaining(names.split(', ')));
  }
});
