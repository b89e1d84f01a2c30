import { readFileSync } from 'node:fs';
import { graphPages } from '../../../scripts/docs/graphs';

const PAGES = [...graphPages()];

test('every guide has a graph', () => expect(PAGES).toHaveLength(6));

test.each(PAGES)('%s shows the graph of its YAML: npm run docs', (page, text) =>
  expect(readFileSync(page, 'utf8')).toBe(text),
);

test.each(PAGES)('%s refers to nothing that is missing', (_page, text) => expect(text).not.toMatch(/:::missing/));
