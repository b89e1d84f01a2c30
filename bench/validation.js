'use strict';

/*
 * Validates FILES, or COPIES of their objects in namespaces of their own, RUNS times after as many runs to warm up, and
 * prints what each run cost as JSON. Plain JavaScript that uses the built package, as stacks.js.
 *
 *     node bench/validation.js files RUNS FILE...
 *     node bench/validation.js copies RUNS COPIES FILE...
 */

const { readFileSync } = require('node:fs');
const { parseAllDocuments } = require('yaml');
const { readText, validate } = require('cdk8s-llm-d/validation');

const [mode, runs, ...rest] = process.argv.slice(2);

/** CPU milliseconds of `work`, which hardly depend on what else the machine does. */
function cpu(work) {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const read = (files) => files.map((file) => readFileSync(file, 'utf8'));
const parse = (texts) => texts.flatMap((text) => parseAllDocuments(text).map((document) => document.toJS()));

const modes = {
  files(...files) {
    const texts = read(files);
    return () => ({
      parse: cpu(() => parse(texts)),
      validate: cpu(() => validate(texts.flatMap((text, index) => readText(text, files[index]).inputs))),
    });
  },
  copies(copies, ...files) {
    const json = JSON.stringify(parse(read(files)));
    const inputs = Array.from({ length: Number(copies) }, (_, copy) =>
      JSON.parse(json.replaceAll('default', `copy-${copy}`)),
    )
      .flat()
      .map((object) => ({ object }));
    return () => ({
      objects: inputs.length,
      diagnostics: validate(inputs).length,
      validate: cpu(() => validate(inputs)),
    });
  },
};

const run = modes[mode](...rest);
for (let i = 0; i < Number(runs); i++) run();
console.log(JSON.stringify(Array.from({ length: Number(runs) }, run)));
