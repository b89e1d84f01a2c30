import type { LlmdValidationProps, PluginContext } from './plugin-contract';
import type * as plugin from './plugin-report';

/** The validation plugin of cdk8s-cli: checks all files that `cdk8s synth` wrote. */
export class LlmdValidation {
  private readonly run: (context: PluginContext) => void;

  constructor(props: LlmdValidationProps = {}) {
    // An app that imports this package but not the plugin need not load the rules.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { prepare } = require('./plugin-report') as typeof plugin;
    this.run = prepare(props);
  }

  /** Called by `cdk8s synth`. */
  async validate(context: PluginContext): Promise<void> {
    this.run(context);
  }
}
