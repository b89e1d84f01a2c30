import { App } from 'cdk8s';
import { LlmdChart, Validation } from '../../lib';

/** Synthesizes what `fill` makes into YAML for `kubectl apply -f -`, and returns what `fill` returned. */
export function synth<Made>(namespace: string, fill: (chart: LlmdChart) => Made): { yaml: string; made: Made } {
  const app = new App();
  // Suites apply parts of a set, and objects that validation would refuse. Here the API server decides.
  Validation.disable(app);
  const made = fill(new LlmdChart(app, 'e2e', { namespace }));
  return { yaml: app.synthYaml(), made };
}
