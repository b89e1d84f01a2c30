import { ENDPOINT_PICKER_RULES } from '../../lib/validation/rules/endpoint-picker';
import { diagnostics } from './diagnostics';
import { deployment, pickerContainer } from './manifests';

/** The path of the container of a picker. */
export const CONTAINER = 'spec.template.spec.containers[0]';

/** The path of its arguments. */
export const ARGS = 'spec.template.spec.containers[0].args';

/** The image of a picker of GAIE, without its registry and version. */
export const GAIE = 'gateway-api-inference-extension/epp';

/** The violations of a picker with these arguments, in addition to a pool and no traces. */
export function flagViolations(
  line: string,
  { image, release, container = {} }: { image?: string; release?: string; container?: object } = {},
) {
  const args = ['--pool-name=opt', '--tracing=false', ...line.split(' ').filter(Boolean)];
  const picker = deployment('epp', { containers: [{ ...pickerContainer(args, image), ...container }] });
  return diagnostics(ENDPOINT_PICKER_RULES, [picker], { release });
}

/** What a picker has beside its arguments. */
export interface PickerParts {
  readonly container?: object;
  readonly pod?: object;
  readonly replicas?: number;
  readonly beside?: readonly object[];
}

/** The violations of a picker with these arguments and parts, in addition to a pool and no traces. */
export function podViolations(
  args: readonly string[],
  { container = {}, pod = {}, replicas, beside = [] }: PickerParts = {},
): string[] {
  const epp = { ...pickerContainer(['--pool-name=opt', '--tracing=false', ...args]), ...container };
  const picker = deployment('epp', { containers: [epp], ...pod }, { replicas });
  return diagnostics(ENDPOINT_PICKER_RULES, [picker, ...beside]);
}
