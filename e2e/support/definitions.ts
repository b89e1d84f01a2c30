import { App, Yaml } from 'cdk8s';
import { CustomResourceDefinitions, LlmdChart, type Release } from '../../lib';
import { apply } from './apply';
import { getList, kubectl } from './kubectl';

/**
 * Defines the kinds of the release, of Gateway API and of agentgateway that the cluster does not know yet, through the
 * library. Definitions that the cluster has are not changed, and none is removed afterwards, since others may use them.
 */
export async function defineKinds(release: Release): Promise<void> {
  const chart = new LlmdChart(new App(), 'crds');
  new CustomResourceDefinitions(chart, 'crds', { release });
  const present = (await getList('customresourcedefinitions')).map(({ metadata }) => metadata.name);
  const missing = chart.toJson().filter(({ metadata }) => !present.includes(metadata.name));
  if (missing.length > 0) {
    await apply(Yaml.stringify(...missing));
  }
  await kubectl(['wait', '--for=condition=Established', 'crd', '--all', '--timeout=60s']);
}
