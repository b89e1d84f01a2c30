import { App } from 'cdk8s';
import { Engine, LlmdStack, Model } from 'cdk8s-llm-d';

const app = new App();
new LlmdStack(app, 'opt', { model: Model.huggingFace('facebook/opt-125m'), engine: Engine.vllmCpu(), replicas: 3 });
app.synth();
