import { EXPERIMENTAL_GROUP, POOL_GROUP } from '../../../catalogue/api-groups';
import { releaseData } from '../../../catalogue/endpoint-picker/releases';
import type { Rule } from '../../rule';
import { type PickerCommand, pickerCommands } from '../../facts/picker-commands';
import { isLabelSelector } from '../../../text/label-selector';

interface ModeViolation {
  readonly flags: readonly string[];
  readonly message: string;
  readonly remedy: string;
}

export const EPP_MODE: Rule = {
  code: 'LLMD-EPP-MODE',
  severity: 'error',
  title: 'An endpoint picker has a pool, or a selector with 1 to 8 ports',
  why: 'It ends where it has neither or both. Without a pool it needs the ports of its pods, and a release that can do without: GAIE v1.4.0 and v1.5.0 end with "name must not be empty" (kubernetes-sigs/gateway-api-inference-extension#2858).',
  *check(set) {
    for (const command of set.view(pickerCommands)) {
      for (const { flags, message, remedy } of violationsOf(command))
        yield { ...command.at(...flags), message, remedy };
    }
  },
};

function* violationsOf(command: PickerCommand): Iterable<ModeViolation> {
  const [pool, selector] = [command.text('pool-name'), command.text('endpoint-selector')];
  if (pool === undefined || selector === undefined) return;
  // A flag that the picker does not know may have been meant for one of the two.
  if (pool === '' && selector === '' && command.parsed.unknown.length === 0) {
    const remedy = 'add --pool-name with the name of the InferencePool';
    yield {
      flags: ['pool-name', 'endpoint-selector'],
      message: 'there is neither --pool-name nor --endpoint-selector',
      remedy,
    };
  }
  if (pool !== '' && selector !== '') {
    const remedy = 'take one of the two away';
    yield { flags: ['endpoint-selector'], message: '--endpoint-selector stands beside --pool-name', remedy };
  }
  if (selector !== '') yield* selectorViolations(command, selector);
  const group = command.text('pool-group');
  if (pool !== '' && group !== undefined && !POOL_GROUPS.includes(group)) {
    yield {
      flags: ['pool-group'],
      message: `--pool-group is ${JSON.stringify(group)}, and no release watches InferencePools of that group`,
      remedy: `write --pool-group=${POOL_GROUPS[0]}, or take the flag away`,
    };
  }
}

/** The API groups of InferencePool that endpoint pickers watch; the second one ended with GAIE v1.4.0. */
const POOL_GROUPS = [POOL_GROUP, EXPERIMENTAL_GROUP];

function* selectorViolations(command: PickerCommand, selector: string): Iterable<ModeViolation> {
  const { isCertain, picker } = command;
  if (isCertain && !releaseData(picker.release.id).worksWithoutPool) {
    const message = `${picker.release.id} cannot work without an InferencePool`;
    yield { flags: ['endpoint-selector'], message, remedy: 'write --pool-name, or use a release of llm-d-router' };
    return;
  }
  if (!isLabelSelector(selector)) {
    const message = `--endpoint-selector is ${JSON.stringify(selector)}, expected labels such as app=vllm,env=prod`;
    yield { flags: ['endpoint-selector'], message, remedy: 'write it as kubectl takes it' };
  }
  const text = command.text('endpoint-target-ports');
  if (text === undefined) return;
  const ports = new Set(text === '' ? [] : text.split(',').map(Number));
  if (ports.size === 0 || ports.size > 8) {
    const message = `--endpoint-target-ports has ${ports.size} ports, expected 1 to 8`;
    yield {
      flags: ['endpoint-target-ports', 'endpoint-selector'],
      message,
      remedy: 'write --endpoint-target-ports=8000',
    };
  }
  const outside = [...ports].find((port) => port < 0 || port > 65535);
  if (outside !== undefined) {
    const message = `${outside} of --endpoint-target-ports is no port`;
    yield { flags: ['endpoint-target-ports'], message, remedy: 'write the port on which the model servers listen' };
  }
}
