import { RELEASE_IDS } from '../../lib/catalogue/endpoint-picker/release-id';
import { checkConfig, type CheckConfigOptions } from '../../lib/endpoint-picker-config/check-config';
import { type ConfigCode, type ConfigViolation, REFUSALS } from '../../lib/endpoint-picker-config/violation';
import { showPath } from '../../lib/text/path';

export const GAIE_1_4 = 'gaie-v1.4.0';
export const GAIE_1_5 = 'gaie-v1.5.0';
export const ROUTER = 'llm-d-router-v0.10.0';
export const RELEASES = RELEASE_IDS.toReversed();

type Options = Partial<CheckConfigOptions>;

/** The violations of a configuration, each as `CODE path: message; remedy`, without the common prefix of the codes. */
export function violations(text: string, release: string, options?: Options): string[] {
  return found(text, release, options).map(
    ({ code, path, message, remedy }) => `${shortCode(code)} ${showPath(path)}: ${message}; ${remedy}`,
  );
}

/** The places of violations, each as `CODE path`. */
export function places(text: string, release: string, options?: Options): string[] {
  return found(text, release, options).map(({ code, path }) => `${shortCode(code)} ${showPath(path)}`.trim());
}

/** The places of violations that keep the endpoint picker from starting. */
export function refusals(text: string, release: string, options?: Options): string[] {
  const refused = new Set(REFUSALS.map(shortCode));
  return places(text, release, options).filter((place) => refused.has(place.split(' ')[0]));
}

function found(text: string, release: string, options: Options = {}): ConfigViolation[] {
  return checkConfig(text, { release, ...options });
}

function shortCode(code: ConfigCode): string {
  return code.replace('LLMD-EPP-CONFIG-', '');
}

/** The violations of a configuration, without those about plugins that nothing uses. */
export const violationsExceptUnused = (text: string, release: string) =>
  violations(text, release).filter((violation) => !violation.startsWith('UNUSED-PLUGIN'));
