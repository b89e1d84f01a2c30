import { describedCompletion, modelsIn } from '../../../lib/exercises/traffic/answers';

test.each([
  ['{"data":[{"id":"a"},{"id":"b"}]}', ['a', 'b']],
  ['{"data":[{"id":"a"},null,{"id":7}]}', ['a']],
  ['{"data":null}', []],
  ['null', []],
  ['<html>', []],
  ['', []],
])('the models in %j are %j', (body, models) => {
  expect(modelsIn(body)).toEqual(models);
});

test.each([
  ['{"object":"text_completion","usage":{"prompt_tokens":7}}', 'text_completion for a prompt of 7 tokens'],
  ['{"object":"text_completion"}', 'text_completion, without usage.prompt_tokens'],
  ['{"usage":null}', 'an answer without a kind, without usage.prompt_tokens'],
  ['[', 'an answer without a kind, without usage.prompt_tokens'],
])('the completion %j is described: %s', (body, expected) => {
  expect(describedCompletion(body)).toBe(expected);
});
