import { join } from 'node:path';
import { VLLM_VERSIONS } from '../../lib/catalogue/engines/vllm';
import { tableFaults } from './table-faults';

/*
 * Usage: tsx scripts/vllm-arguments/check.ts
 *
 * Checks that imports/vllm/arguments.json holds the tables of the versions in lib/catalogue/engines/vllm.ts, as
 * introspect.py wrote them. To compare them with vLLM itself, see README.md beside this file.
 */

const NAME = 'imports/vllm/arguments.json';

const faults = tableFaults(join(__dirname, '..', '..', NAME), VLLM_VERSIONS);
for (const fault of faults) console.error(`${NAME}: ${fault}`);
if (faults.length === 0) console.log(`${NAME}: ${VLLM_VERSIONS.length} versions, as generated`);
process.exitCode = faults.length === 0 ? 0 : 1;
