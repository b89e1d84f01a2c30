'use strict';

/*
 * Synthesizes COUNT stacks, each a chart and a file, RUNS times, and prints what each run cost as JSON. It is plain
 * JavaScript that uses the built package, so that nothing but the package and Node is measured.
 *
 *     node bench/stacks.js COUNT RUNS OUTDIR [unchecked]
 */

const { App, Yaml } = require('cdk8s');
const { LlmdStack, Model, Validation } = require('cdk8s-llm-d');

const [count, runs] = process.argv.slice(2, 4).map(Number);
const [outdir, unchecked] = process.argv.slice(4);

/** Milliseconds that writing YAML took, which is a part of `app.synth()`. */
let yaml = 0;
const save = Yaml.save.bind(Yaml);
Yaml.save = (...args) => {
  const start = performance.now();
  save(...args);
  yaml += performance.now() - start;
};

function run() {
  yaml = 0;
  const cpu = process.cpuUsage();
  const start = performance.now();
  const app = new App({ outdir });
  for (let i = 0; i < count; i++) {
    new LlmdStack(app, `stack-${i}`, { model: Model.huggingFace('facebook/opt-125m') });
  }
  if (unchecked) Validation.disable(app);
  const constructed = performance.now();
  app.synth();
  const end = performance.now();
  const { user, system } = process.cpuUsage(cpu);
  return {
    construct: constructed - start,
    objects: end - constructed - yaml,
    yaml,
    total: end - start,
    cpu: (user + system) / 1000,
  };
}

console.log(JSON.stringify(Array.from({ length: runs }, run)));
