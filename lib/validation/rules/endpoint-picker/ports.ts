import type { Rule } from '../../rule';
import { pickerCommands } from '../../facts/picker-commands';

/** The flags that say where a picker listens. */
export const PORT_FLAGS = ['grpc-port', 'grpc-health-port', 'metrics-port'];

export const EPP_PORTS: Rule = {
  code: 'LLMD-EPP-PORTS',
  severity: 'error',
  title: 'An endpoint picker listens on three different ports',
  why: 'Ext-proc, health checks and metrics are three servers. The second one that wants the same port ends the picker: "address already in use".',
  *check(set) {
    for (const command of set.view(pickerCommands)) {
      const numbers = PORT_FLAGS.map((flag) => command.number(flag));
      const index = numbers.findIndex((number, position) => number !== undefined && numbers.indexOf(number) < position);
      if (index === -1) continue;
      const [first, second] = [PORT_FLAGS[numbers.indexOf(numbers[index])], PORT_FLAGS[index]];
      yield {
        ...command.at(second, first),
        message: `--${first} and --${second} are both ${numbers[index]}`,
        remedy: 'give each a port of its own',
      };
    }
  },
};
