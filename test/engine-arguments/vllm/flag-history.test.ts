import { VLLM_VERSIONS } from '../../../lib/catalogue/engines/vllm';
import { isVllmSince } from '../../../lib/catalogue/engines/vllm-version';
import { argumentTable } from '../../../lib/engine-arguments/vllm/argument-table';
import { flagHistory, type FlagPeriod } from '../../../lib/engine-arguments/vllm/flag-history';

test.each<[string, FlagPeriod[]]>([
  ['--max-model-len', [{}]],
  ['--dtype', [{}]],
  ['-tp', [{}]],
  ['--shutdown-timeout', [{ since: '0.18' }]],
  ['--optimization-level', [{ since: '0.12' }]],
  ['--task', [{ removedIn: '0.13' }]],
  ['--disable-log-requests', [{ removedIn: '0.17' }, { since: '0.33' }]],
  ['--never-there', []],
])('%s', (flag, expected) => expect(flagHistory(flag)).toEqual(expected));

test('the history of each option says which tables have it', () => {
  const tables = VLLM_VERSIONS.map((version) => argumentTable(version));
  const flags = new Set(
    tables.flatMap(({ byFlag }) => [...byFlag.keys()]).filter((flag) => !/^(?:--help|-h)$/.test(flag)),
  );
  const wrong = [...flags].flatMap((flag) => {
    return tables
      .filter(({ version, byFlag }) => {
        const periods = flagHistory(flag).filter(
          ({ since, removedIn }) =>
            (!since || isVllmSince(version, since)) && !(removedIn && isVllmSince(version, removedIn)),
        );
        return periods.length !== (byFlag.has(flag) ? 1 : 0);
      })
      .map(({ version }) => `${flag} in ${version}`);
  });
  expect(wrong).toEqual([]);
});
