import { join } from 'node:path';
import { VLLM_VERSIONS } from '../../lib/catalogue/engines/vllm';
import { tableFaults } from './table-faults';

/*
 * Usage: tsx scripts/vllm-arguments/check.ts
 *
 * Checks that imports/vllm holds the tables of the versions in lib/catalogue/engines/vllm.ts, as introspect.py wrote
 * them. To compare them with vLLM itself, see README.md beside this file.
 */

const faults = tableFaults(join(__dirname, '..', '..', 'imports', 'vllm'), VLLM_VERSIONS);
for (const fault of faults) console.error(`imports/vllm/${fault}`);
if (faults.length === 0) console.log(`imports/vllm/: ${VLLM_VERSIONS.join(', ')}, as generated`);
process.exitCode = faults.length === 0 ? 0 : 1;
