import { join } from 'node:path';
import { SGLANG_VERSIONS } from '../../lib/catalogue/engines/sglang';
import { tableFaults } from './table-faults';

/*
 * Usage: tsx scripts/sglang-arguments/check.ts
 *
 * Checks that imports/sglang holds the tables of the versions in lib/catalogue/engines/sglang.ts, as introspect.py wrote
 * them. To compare them with SGLang itself, see README.md beside this file.
 */

const faults = tableFaults(join(__dirname, '..', '..', 'imports', 'sglang'), SGLANG_VERSIONS);
for (const fault of faults) console.error(`imports/sglang/${fault}`);
if (faults.length === 0) console.log(`imports/sglang/: ${SGLANG_VERSIONS.join(', ')}, as generated`);
process.exitCode = faults.length === 0 ? 0 : 1;
