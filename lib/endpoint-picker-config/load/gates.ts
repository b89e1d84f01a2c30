import { listed } from '../../text/wording';
import { nearest } from '../../text/nearest';
import type { Gates } from '../../catalogue/endpoint-picker/release-data';
import type { ConfigLoader } from './config-loader';

/** `1`, `t`, `true` and their opposites, as Go reads them. */
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['1', true],
  ['t', true],
  ['true', true],
  ['0', false],
  ['f', false],
  ['false', false],
]);

/** Which gates are open. Since llm-d-router v0.10.0 an entry may say `name=false`. */
export function openGates({ config, report }: ConfigLoader, gates: Gates, withValues: boolean): ReadonlySet<string> {
  const open = new Map(Object.entries(gates));
  (config.featureGates ?? []).forEach((entry: string, index: number) => {
    const path = ['featureGates', index];
    const [name, word] = withValues ? entry.split('=') : [entry];
    if (!Object.hasOwn(gates, name)) {
      const message = `there is no feature gate ${JSON.stringify(name)}, but ${listed(Object.keys(gates))}`;
      const meant = nearest(name, Object.keys(gates));
      report('LLMD-EPP-CONFIG-GATE', path, message, meant ? `write ${meant}` : 'take it away');
      return;
    }
    const value = word === undefined ? true : BOOLEANS.get(word.toLowerCase().trim());
    if (value === undefined) {
      report('LLMD-EPP-CONFIG-GATE', path, `${entry} is neither on nor off`, `write ${name}=true or ${name}=false`);
    } else open.set(name, value);
  });
  return new Set([...open].filter(([, isOpen]) => isOpen).map(([name]) => name));
}
