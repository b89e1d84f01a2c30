import { App, JsonPatch } from 'cdk8s';
import { DataPlane, Engine, InferencePool, LlmdChart, Model, ModelServer } from 'cdk8s-llm-d';

const app = new App();
const chart = new LlmdChart(app, 'parts', { namespace: 'team-a' });
const dataPlane = DataPlane.standaloneEnvoy();
const modelServer = new ModelServer(chart, 'opt', {
  model: Model.huggingFace('facebook/opt-125m'),
  engine: Engine.simulator({ dataParallelSize: 2 }),
});
const pool = new InferencePool(chart, 'opt-pool', { modelServers: [modelServer], transport: dataPlane.transport });

pool.addRewrite('aliases', {
  rules: [{ models: ['opt-stable'], targets: [{ model: 'facebook/opt-125m' }] }],
});
pool.addObjective('batch', { priority: -10 });
modelServer.workload.addJsonPatch(JsonPatch.add('/spec/minReadySeconds', 10));
dataPlane.bind(chart, { pool });
app.synth();
