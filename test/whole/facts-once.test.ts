import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_SIMULATOR } from '../../lib/catalogue/engines/simulator';
import { DEFAULT_VLLM } from '../../lib/catalogue/engines/vllm';
import { METRICS_PORT } from '../../lib/catalogue/endpoint-picker/ports';
import { RELEASE_IDS } from '../../lib/catalogue/endpoint-picker/release-id';
import { ENVOY_IMAGE } from '../../lib/catalogue/gateways/gateways';

/* Facts about upstream stand in lib/catalogue and nowhere else: the same literal in a second file would not follow it. */

const ROOT = join(__dirname, '..', '..');
interface Fact {
  readonly what: string;
  readonly literal: RegExp;
  /** Files that may have it too. */
  readonly exempt?: readonly string[];
}

const FACTS: readonly Fact[] = [
  { what: 'the metrics port', literal: new RegExp(`\\b${METRICS_PORT}\\b`) },
  { what: 'the group of InferencePool', literal: /inference\.networking\.k8s\.io/ },
  { what: 'the experimental group', literal: /inference\.networking\.x-k8s\.io/ },
  { what: "llm-d's group with a version", literal: /llm-d\.ai\/v\d/ },
  { what: "agentgateway's group", literal: /(?<!cr\.)agentgateway\.dev/ },
  { what: "Envoy Gateway's group", literal: /\bgateway\.envoyproxy\.io/ },
  { what: 'the pattern of a controller name', literal: /\^(?:istio|networking\\?\.gke|kgateway)/ },
  {
    what: 'the id of a release',
    literal: new RegExp(`['"\`](?:${RELEASE_IDS.join('|').replaceAll('.', '\\.')})['"\`]`),
    // Loaders, and the configurations that each release accepts, for the comparison with the real ones.
    exempt: ['lib/endpoint-picker-config/loaders.ts', 'e2e/oracles/endpoint-picker-config/bases.ts'],
  },
  { what: 'a check for a release', literal: /\.id\.startsWith|Release\.(?:GAIE|LLM_D)_\w+(?=\.id| [!=]==)/ },
  {
    what: "vLLM's version",
    literal: new RegExp(`'v?${DEFAULT_VLLM.version}|vllm-openai[\\w-]*:v\\d`),
    // What llm-d's guides had at a commit does not follow the catalogue.
    exempt: ['scripts/docs/llm-d-guides/guides.ts'],
  },
  { what: "the simulator's version", literal: new RegExp(`'v?${DEFAULT_SIMULATOR.version}|inference-sim:v\\d`) },
  {
    what: 'the resource of an accelerator',
    literal: /['"](?:nvidia\.com\/gpu|amd\.com\/gpu|habana\.ai|google\.com\/tpu|gpu\.intel\.com|huawei\.com)/,
    // What llm-d's own guides ask for, to compare with.
    exempt: ['scripts/docs/llm-d-guides/guides.ts'],
  },
  { what: 'the image of Envoy', literal: /envoyproxy\/envoy:/ },
  { what: 'the slack of a drain', literal: /SLACK = \d+;/ },
];

/** Objects in examples are written as users write them. */
const EXAMPLES = /(?:^|\/)examples?(?:-objects)?\.ts$/;

const SOURCES = ['lib', 'scripts', 'e2e']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  )
  .filter((path) => path.endsWith('.ts') && !path.startsWith('lib/catalogue/') && !EXAMPLES.test(path))
  .map((path) => ({ path, lines: readFileSync(join(ROOT, path), 'utf8').split('\n') }));

const isComment = (line: string) => /^\s*(?:\/\/|\/?\*)/.test(line);
const isImport = (line: string) => /^(?:import\b|\} from )/.test(line);

test.each(FACTS)('$what stands in the catalogue only', ({ literal, exempt = [] }) => {
  const others = SOURCES.filter(({ path }) => !exempt.includes(path)).flatMap(({ path, lines }) =>
    lines.flatMap((line, index) =>
      literal.test(line) && !isComment(line) && !isImport(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [],
    ),
  );
  expect(others).toEqual([]);
});

test.each([DEFAULT_VLLM.images.cpu, DEFAULT_SIMULATOR.image, ENVOY_IMAGE])(
  'comments about the default image say %s',
  (image) => {
    const name = image.slice(0, image.indexOf(':'));
    const images = SOURCES.flatMap(({ lines }) => lines.filter(isComment)).flatMap((line) =>
      line.includes('@default') && line.includes(`${name}:`) ? line.slice(line.indexOf(name)).trim() : [],
    );
    expect(new Set(images)).toEqual(new Set([image]));
  },
);
