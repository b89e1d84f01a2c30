import { isVllmSince } from './vllm-version';

/** What versions of vLLM do differently with a command line, apart from their options. */
export interface VllmCommandLine {
  /** `--model NAME` is taken for the model in front, with a warning. Else `vllm serve` refuses it. */
  readonly movesModel: boolean;
  /** `--served-model-name` is refused without a model in front. */
  readonly namesNeedModel: boolean;
  /** `-O3` is `--optimization-level 3`. Else it is `-O.level=3`, where `-O` is `--compilation-config`. */
  readonly hasOptimizationLevel: boolean;
  /** JSON may contain numbers such as `80m`. */
  readonly readsHumanNumbersInJson: boolean;
  /** `false` in the file of `--config` is `--no-…`. Else it is ignored. */
  readonly negatesInConfigFile: boolean;
  /** `--enable-log-outputs` is refused without `--enable-log-requests`. */
  readonly logOutputsNeedRequests: boolean;
  /** `python -m vllm.entrypoints.openai.api_server` gives a warning. */
  readonly isModuleDeprecated: boolean;
  /** Options that give a warning, with what to write instead. */
  readonly deprecatedFlags: { readonly [flag: string]: string };
}

/**
 * The command line of a version. Sources: FlexibleArgumentParser in vllm/utils/argparse_utils.py,
 * validate_parsed_serve_args in cli_args.py, and the warnings, of each version.
 */
export function commandLineOf(version: string): VllmCommandLine {
  const since = (minor: string) => isVllmSince(version, minor);
  return {
    movesModel: since('0.11'),
    logOutputsNeedRequests: since('0.11'),
    hasOptimizationLevel: since('0.12'),
    namesNeedModel: since('0.17'),
    readsHumanNumbersInJson: since('0.20'),
    negatesInConfigFile: since('0.28'),
    isModuleDeprecated: since('0.29'),
    deprecatedFlags: { ...(since('0.31') ? DEPRECATED_IN_0_31 : {}), ...(since('0.32') ? DEPRECATED_IN_0_32 : {}) },
  };
}

const DEPRECATED_IN_0_31 = { '--log-config-file': 'write --logging-config.pylogging_config_file' };

const DEPRECATED_IN_0_32 = {
  '--disable-cascade-attn': 'take it away: it has no effect',
  '--no-disable-cascade-attn': 'take it away: it has no effect',
};
