import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdk8s';
import {
  CustomResourceDefinitions,
  InferenceObjective,
  type IDataPlane,
  LlmdChart,
  ObservabilityGuide,
  Platform,
  Release,
} from '../../lib';
import { ROOT } from '../../scripts/support/root';
import { DATA_PLANES } from '../../test/support/stacks';
import { parseObjects } from '../../test/support/objects';
import { validObjects } from '../../test/api-server/kubernetes/objects';

/** Everything that the project emits, and an object of each further kind that validation checks. All in one namespace. */
export function subjects(namespace: string): any[] {
  const objects = [...committed(), ...stacks(), ...validObjects()];
  return distinct(objects.map((object) => inNamespace(structuredClone(object), namespace)));
}

function committed(): any[] {
  const dist = join(ROOT, 'dist');
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
  return files.sort().flatMap((file) => parseObjects(readFileSync(join(dist, file), 'utf8')));
}

function stacks(): any[] {
  return Release.all().flatMap((release) => {
    const dataPlanes = Object.values(DATA_PLANES).map((make) => make());
    const fitting = dataPlanes.filter(({ capabilities }) => capabilities.releases.includes(release.id));
    return [...platform(release), ...fitting.flatMap((dataPlane) => stack(release, dataPlane))];
  });
}

function stack(release: Release, dataPlane: IDataPlane): any[] {
  const chart = new LlmdChart(new App(), 'stack');
  const { pool } = new ObservabilityGuide(chart, 'guide', { release, dataPlane });
  new InferenceObjective(chart, 'urgent', { pool, priority: 100 });
  return chart.toJson();
}

function platform(release: Release): any[] {
  const chart = new LlmdChart(new App(), 'platform');
  new Platform(chart, 'platform', { release });
  new CustomResourceDefinitions(chart, 'all', { release });
  return chart.toJson();
}

/** A namespace that exists; that of the objects may not. */
function inNamespace(object: any, namespace: string): any {
  if (object.metadata.namespace !== undefined || !CLUSTER_SCOPED.test(object.kind))
    object.metadata.namespace = namespace;
  return object;
}

const CLUSTER_SCOPED = /^(Cluster|CustomResourceDefinition|GatewayClass|Namespace)/;

/** Releases and data planes have most objects in common. */
function distinct(objects: readonly any[]): any[] {
  return [...new Map(objects.map((object) => [JSON.stringify(object), object])).values()];
}
