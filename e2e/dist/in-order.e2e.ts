import { AGENTGATEWAY_GROUP } from '../../lib/catalogue/api-groups';
import { applyFiles } from '../support/apply';
import { getList, rolledOut } from '../support/kubectl';
import { PortForward } from '../support/port-forward';
import { complete, get, json } from '../support/requests';
import { anEmptyCluster, GUIDES, nameOf, objectsIn, type Sent } from './committed';
import { changesNothing, nothingDiffers, storedAsSent, thePlatform } from './steps';

const [FIRST, ...LATER] = GUIDES;

const isAgentgateways = ({ apiVersion, kind, metadata }: Sent) =>
  apiVersion.startsWith(`${AGENTGATEWAY_GROUP}/`) || kind === 'Gateway' || metadata.name === 'agentgateway';

describe('dist/ in order', () => {
  anEmptyCluster();
  thePlatform();
  storedAsSent('dist/platform/', "the objects of agentgateway's controller (which is not run)", isAgentgateways);

  describe('guide 1', () => {
    const tunnel: { vllm?: PortForward } = {};
    afterAll(() => tunnel.vllm?.close());

    applied(FIRST);
    test('the Deployment of dist/ becomes ready with real vLLM', async () => {
      await rolledOut('default', 'vllm');
      tunnel.vllm = await PortForward.open('default', 'svc/vllm', 8000);
    });
    test('real vLLM lists facebook/opt-125m', async () => {
      const models = json(await get(`${tunnel.vllm!.url}/v1/models`));
      expect(models.data.map(({ id }: { id: string }) => id)).toEqual(['facebook/opt-125m']);
    });
    test("real vLLM answers the guide's completion with 50 tokens", async () => {
      const prompt = { model: 'facebook/opt-125m', prompt: 'San Francisco is known for', max_tokens: 50 };
      expect(json(await complete(tunnel.vllm!.url, prompt))).toMatchObject({
        object: 'text_completion',
        model: 'facebook/opt-125m',
        usage: { completion_tokens: 50 },
      });
    });
  });

  describe.each(LATER)('objects only, since EPP v0.10.0 and agentgateway cannot run here:', (guide) => {
    applied(guide);
    storedAsSent(guide, 'all objects', () => true);
  });

  nothingDiffers('dist/platform/', 'dist/');
  test('no guide has left an object that the complete stack does not have', async () => {
    // Names with version and group, since another API group may have kinds of the same names.
    const kinds = [...new Set(GUIDES.flatMap(objectsIn).map(qualifiedKind))].join(',');
    const found = await getList(kinds, '-n', 'default', '-l', 'app.kubernetes.io/part-of=llm-d-guides');
    expect(found.map(nameOf).sort()).toEqual(objectsIn('dist/').map(nameOf).sort());
  });
});

/** No step here deletes anything: a guide only adds to the one before. */
function applied(guide: string): void {
  test(`kubectl apply -f ${guide}: no error, no warning`, async () => {
    await applyFiles([guide]);
  });
  changesNothing(guide);
}

/** `Deployment.v1.apps` and `Service.v1.`, as kubectl takes them. */
function qualifiedKind({ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string }): string {
  const [version, group = ''] = apiVersion.split('/').reverse();
  return `${kind}.${version}.${group}`;
}
