import { readFileSync } from 'node:fs';
import { guidesPage } from '../../../../scripts/docs/llm-d-guides/page';

test('docs/llm-d-guides.md is what `npm run docs` writes', () => {
  expect(readFileSync('docs/llm-d-guides.md', 'utf8')).toBe(guidesPage());
});
