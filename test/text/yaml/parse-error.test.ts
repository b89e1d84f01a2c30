import { ParseError } from '../../../lib/text/yaml/parse-error';

test('a parse error has a message, a remedy and a place', () => {
  const error = new ParseError('no', 'correct it', 2, 3);
  expect(error).toMatchObject({ message: 'no', remedy: 'correct it', line: 2, column: 3 });
});
