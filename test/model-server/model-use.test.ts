import { PersistentVolumeClaim } from 'cdk8s-plus-28';
import { LlmdStack, LoraAdapter, Model, ModelServer, type ModelServerOptions } from '../../lib';
import { App } from 'cdk8s';
import { newChart } from '../support/synth';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const claim = PersistentVolumeClaim.fromClaimName(newChart(), 'claim', 'models');
const pinned = Model.huggingFace('org/model', { revision: COMMIT });

function server(model: Model, options: ModelServerOptions = {}): ModelServer {
  return new ModelServer(newChart(), 'opt', { model, requirePinnedRevisions: true, ...options });
}

describe('requirePinnedRevisions', () => {
  test.each<[string, Model, ModelServerOptions]>([
    ['a commit', pinned, {}],
    ['a volume', Model.volume(claim, { id: 'org/model' }), {}],
    ['an adapter in a volume', pinned, { adapters: [LoraAdapter.volume('sql', claim, { path: 'sql' })] }],
    ['a branch where it is false', Model.huggingFace('org/model'), { requirePinnedRevisions: false }],
  ])('takes %s', (_, model, options) => {
    expect(() => server(model, options)).not.toThrow();
  });

  test.each<[string, Model, ModelServerOptions, RegExp]>([
    [
      'no revision',
      Model.huggingFace('org/model'),
      {},
      /LLMD-MODEL-REVISION at test\/opt: got the model org\/model without/,
    ],
    [
      'a branch',
      Model.huggingFace('org/model', { revision: 'main' }),
      {},
      /LLMD-MODEL-REVISION .* of the revision main,/,
    ],
    ['a custom model', Model.custom({ id: 'org/model' }), {}, /LLMD-MODEL-REVISION/],
    [
      'an adapter of the hub',
      pinned,
      { adapters: [LoraAdapter.huggingFace('sql', 'org/sql')] },
      /LLMD-LORA-REVISION at test\/opt: got the adapter sql, of which pods download the newest files/,
    ],
  ])('refuses %s', (_, model, options, error) => {
    expect(() => server(model, options)).toThrow(error);
  });

  test('is an option of a stack, too', () => {
    const model = Model.huggingFace('facebook/opt-125m');
    expect(() => new LlmdStack(new App(), 'opt', { model, requirePinnedRevisions: true })).toThrow(
      'LLMD-MODEL-REVISION',
    );
  });
});
