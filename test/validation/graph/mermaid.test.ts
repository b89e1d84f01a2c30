import { mermaid } from '../../../lib/validation/graph';
import { HOSTILE_NAMES, hostileGraph, ONE_NAMESPACE, TWO_NAMESPACES } from '../../support/graphs';

test('Mermaid', () =>
  expect(mermaid(ONE_NAMESPACE)).toBe(`flowchart LR
  n0["InferencePool<br/>opt"]
  n1["Pod<br/>app=epp<br/>(missing)"]:::missing
  n2["Pod<br/>app=vllm<br/>(missing)"]:::missing
  n3["Service<br/>epp"]
  n0 -.->|"selector"| n2
  n0 -->|"endpointPickerRef"| n3
  n3 -.->|"selector"| n1
  classDef missing stroke:#c00,stroke-dasharray:6 4
  classDef outside stroke-dasharray:2 3
`));

test('Mermaid, with namespaces', () =>
  expect(mermaid(TWO_NAMESPACES)).toBe(`flowchart LR
  n0["StorageClass<br/>fast"]:::outside
  subgraph f0["namespace default"]
    n1["HTTPRoute<br/>opt"]
    n2["PersistentVolumeClaim<br/>a"]
  end
  subgraph f1["namespace gateways"]
    n3["Gateway<br/>inference<br/>(missing)"]:::missing
  end
  n1 -.->|"parentRef"| n3
  n2 -->|"class"| n0
  classDef missing stroke:#c00,stroke-dasharray:6 4
  classDef outside stroke-dasharray:2 3
`));

/** A statement as Mermaid's grammar has it, with texts of harmless characters and codes of the others. */
const TEXT = '"(?:[\\w ./=,()-]|<br/>|#\\d+;)*"';

const MERMAID = new RegExp(
  `^(?:flowchart LR|  subgraph f\\d+\\[${TEXT}\\]|  end| +n\\d+\\[${TEXT}\\](?::::\\w+)?|  n\\d+ (?:-->|-\\.->)\\|${TEXT}\\| n\\d+|  classDef [\\w :#,-]+)$`,
);

test.each(HOSTILE_NAMES)('Mermaid reads %j as text', (name) => {
  const lines = mermaid(hostileGraph(name)).trimEnd().split('\n');
  expect(lines.filter((line) => !MERMAID.test(line))).toEqual([]);
  const read = (text: string) => text.replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
  expect(lines.flatMap((line) => [...line.matchAll(/"([^"]*)"/g)].map(([, text]) => read(text)))).toEqual([
    `namespace ${name}`,
    `${name}<br/>${name}`,
    'namespace other',
    `${name}<br/>${name}`,
    name,
  ]);
});
