import { VLLM, VLLM_VERSIONS } from '../../../lib/catalogue/engines/vllm';
import { commandLineOf } from '../../../lib/catalogue/engines/vllm-command-line';
import { argumentTable } from '../../../lib/engine-arguments/vllm/argument-table';

test.each([
  ['0.10.2', 'movesModel logOutputsNeedRequests', '0.11.0'],
  ['0.11.2', 'hasOptimizationLevel', '0.12.0'],
  ['0.16.0', 'namesNeedModel', '0.17.0'],
  ['0.19.1', 'readsHumanNumbersInJson', '0.20.0'],
  ['0.27.1', 'negatesInConfigFile', '0.28.0'],
  ['0.28.0', 'isModuleDeprecated', '0.29.0'],
])('between %s and the next come %s', (before, names, after) => {
  const changed = Object.entries(commandLineOf(after)).flatMap(([name, value]) =>
    value !== Object.entries(commandLineOf(before)).find(([other]) => other === name)![1] && value === true
      ? [name]
      : [],
  );
  expect(changed).toEqual(names.split(' '));
});

test('an optimization level is an option of the versions that have one', () => {
  for (const version of VLLM_VERSIONS) {
    const hasOption = argumentTable(version).byFlag.has('--optimization-level');
    expect([version, VLLM[version].commandLine.hasOptimizationLevel]).toEqual([version, hasOption]);
  }
});

test('deprecated options are options', () => {
  for (const version of VLLM_VERSIONS) {
    const { byFlag } = argumentTable(version);
    expect(Object.keys(VLLM[version].commandLine.deprecatedFlags).filter((flag) => !byFlag.has(flag))).toEqual([]);
  }
  expect(Object.keys(commandLineOf('0.30.0').deprecatedFlags)).toEqual([]);
  expect(Object.keys(commandLineOf('0.31.0').deprecatedFlags)).toEqual(['--log-config-file']);
});
