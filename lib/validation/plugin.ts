import type { LlmdValidationProps, PluginContext } from './plugin-contract';
import type * as plugin from './plugin-report';

/** The validation plugin of cdk8s-cli: checks what `cdk8s synth` wrote, whoever made it. */
export class LlmdValidation {
  private readonly run: (context: PluginContext) => void;

  constructor(props: LlmdValidationProps = {}) {
    // Whoever imports the constructs has this class as well, and need not load what it does.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { prepare } = require('./plugin-report') as typeof plugin;
    this.run = prepare(props);
  }

  /** Called by `cdk8s synth`. */
  async validate(context: PluginContext): Promise<void> {
    this.run(context);
  }
}
