import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { App } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  AgentgatewayAccess,
  AgentgatewayController,
  ControllerNamespace,
  CustomResourceDefinitions,
  FaultToleranceGuide,
  LlmdChart,
  LlmdGuide,
  LoadDistributionGuide,
  ModelAliasingGuide,
  ObservabilityGuide,
  VllmGuide,
} from './lib';

const OUT = process.env.CDK8S_OUTDIR ?? 'dist';
const EXTENSION = '.k8s.yaml';

const GUIDES = {
  '1-vllm': VllmGuide,
  '2-llm-d': LlmdGuide,
  '3-load-distribution': LoadDistributionGuide,
  '4-model-aliasing': ModelAliasingGuide,
  '5-fault-tolerance': FaultToleranceGuide,
  '6-observability': ObservabilityGuide,
};

/** Removes the files of an earlier run, and folders that are empty afterwards. Other files stay. */
function clear(folder: string): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) clear(path);
    else if (entry.name.endsWith(EXTENSION)) rmSync(path);
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

/** Makes a folder by an app of its own, since an app writes into one folder only, and prints the files' paths. */
function write(folder: string, fill: (app: App) => void): void {
  // The CLI's `recordConstructMetadata` would add a JSON file that kubectl cannot apply.
  const app = new App({ outdir: join(OUT, folder), outputFileExtension: EXTENSION, recordConstructMetadata: false });
  fill(app);
  app.synth();
  const files = readdirSync(app.outdir).filter((file) => file.endsWith(EXTENSION));
  files.forEach((file) => console.log(relative('', join(app.outdir, file))));
}

/** The objects that a cluster needs once. The numbers make kubectl apply the files in this order. */
function platform(app: App): void {
  new ControllerNamespace(new LlmdChart(app, '0-namespace'), 'namespace');
  new CustomResourceDefinitions(new LlmdChart(app, '1-crds'), 'crds');
  new AgentgatewayAccess(new LlmdChart(app, '2-rbac'), 'access');
  new AgentgatewayController(new LlmdChart(app, '3-controller'), 'controller');
}

function guide(name: string, Guide: new (scope: Construct, id: string) => Construct): (app: App) => void {
  return (app) => new Guide(new LlmdChart(app, name, { namespace: 'default' }), 'guide');
}

clear(OUT);
write('platform', platform);
for (const [name, Guide] of Object.entries(GUIDES)) {
  write(join('guides', name), guide(name, Guide));
}
write('', guide('llm-d', ObservabilityGuide));
