import { Commands, curlCompletion, curlModels } from '../../../lib/exercises/guide/commands';

const object = (kind: string) => ({ apiVersion: 'v1', kind, metadata: { name: 'a', namespace: 'llm' } });

test.each([
  ['Deployment', 'kubectl rollout status deployment/a -n llm --timeout=60s'],
  ['StatefulSet', 'kubectl rollout status statefulset/a -n llm --timeout=60s'],
  ['Gateway', 'kubectl wait --for=condition=Programmed gateway/a -n llm --timeout=60s'],
  [
    'HTTPRoute',
    `kubectl wait --for=jsonpath='{.status.parents[0].conditions[?(@.type=="Accepted")].status}'=True httproute/a -n llm --timeout=60s`,
  ],
  ['Service', undefined],
])('waits for a %s', (kind, command) => expect(new Commands().wait(object(kind), 60)).toBe(command));

test('a context of the user is in each command, quoted where a shell needs it', () => {
  const commands = new Commands("bob's cluster");
  expect(commands.portForward('vllm', 'llm', 80, 8080)).toBe(
    `kubectl --context 'bob'\\''s cluster' port-forward service/vllm -n llm 8080:80`,
  );
  expect(commands.exercise('observability', 'opt', 'llm')).toBe(
    `cdk8s-llm-d exercise observability --pool opt -n llm --context 'bob'\\''s cluster'`,
  );
  expect(new Commands().apply('dist/guides/1-vllm/')).toMatch(/ -f dist\/guides\/1-vllm\/$/);
});

test('requests by hand', () => {
  expect(curlModels(8000)).toBe('curl http://localhost:8000/v1/models');
  expect(curlCompletion(8000, { model: 'm' })).toBe(
    `curl http://localhost:8000/v1/completions -H 'Content-Type: application/json' -d '{"model":"m"}'`,
  );
});
