import { ApiObject, App, Chart, type ChartProps } from 'cdk8s';
import { type Construct, Dependable, Node } from 'constructs';
import { InferenceStack, LlmdChart, LlmdStack, Model } from '../../lib';

const MODEL = Model.huggingFace('facebook/opt-125m');

function configMap(scope: Construct, name: string): ApiObject {
  return new ApiObject(scope, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });
}

/** Objects with a dependency, in nested charts, and a whole stack. */
function fill(chart: Chart): void {
  const [first, second] = [configMap(chart, 'first'), configMap(chart, 'second')];
  first.addDependency(second);
  configMap(new Chart(chart, 'inner'), 'inside');
  new InferenceStack(chart, 'opt', { model: MODEL });
}

test.each<ChartProps>([{}, { namespace: 'team-a' }, { labels: { team: 'a' } }])(
  'holds the same objects in the same order as a chart of cdk8s: %j',
  (props) => {
    const [fromLlmdChart, fromChart] = [LlmdChart, Chart].map((Type) => {
      const chart = new Type(new App(), 'test', { disableResourceNameHashes: true, ...props });
      fill(chart);
      return chart.toJson();
    });
    expect(fromLlmdChart).toEqual(fromChart);
    expect(fromLlmdChart.slice(0, 2).map(({ metadata }) => metadata.name)).toEqual(['second', 'first']);
  },
);

test('gives names without hashes', () => {
  const chart = new LlmdChart(new App(), 'test');
  expect(new ApiObject(chart, 'settings', { apiVersion: 'v1', kind: 'ConfigMap' }).name).toBe('test-settings');
});

describe('synth costs linear time', () => {
  afterEach(() => jest.restoreAllMocks());

  /** How many constructs a synth of `count` charts visits: a quadratic algorithm grows faster than `count`. */
  function cost(count: number): { objects: number; walks: number; dependencies: number } {
    const app = new App();
    for (let index = 0; index < count; index++) {
      new LlmdStack(app, `stack-${index}`, { model: MODEL });
    }
    const objects = jest.spyOn(ApiObject.prototype, 'toJson');
    const walks = jest.spyOn(Node.prototype, 'findAll');
    const dependencies = jest.spyOn(Dependable, 'of');
    app.synthYaml();
    const visited = walks.mock.results.reduce((sum, { value }) => sum + value.length, 0);
    const calls = { objects: objects.mock.calls.length, walks: visited, dependencies: dependencies.mock.calls.length };
    jest.restoreAllMocks();
    return calls;
  }

  test('each chart is resolved once, and the app is not walked for each chart', () => {
    const [few, many] = [cost(4), cost(16)];
    expect(few.objects).toBeGreaterThan(4);
    expect(many.objects).toBe(4 * few.objects);
    expect(many.walks).toBeLessThanOrEqual(4 * few.walks);
    expect(many.dependencies).toBeLessThanOrEqual(4 * few.dependencies);
  });
});
