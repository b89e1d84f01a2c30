import type { Rule } from '../../../rule';
import { PICKER_EXT_PROC_PORT } from './picker-ext-proc-port';
import { PICKER_EXTERNAL_NAME } from './picker-external-name';
import { PICKER_OTHER_POOL } from './picker-other-pool';
import { PICKER_OTHER_PROGRAM } from './picker-other-program';
import { PICKER_POOL_MISSING } from './picker-pool-missing';
import { PICKER_PORT } from './picker-port';
import { PICKER_SERVICE_KIND } from './picker-service-kind';
import { PICKER_SERVICE_MISSING } from './picker-service-missing';

/** Rules about references between a pool and its endpoint picker. */
export const PICKER_RULES: readonly Rule[] = [
  PICKER_EXT_PROC_PORT,
  PICKER_EXTERNAL_NAME,
  PICKER_OTHER_POOL,
  PICKER_OTHER_PROGRAM,
  PICKER_POOL_MISSING,
  PICKER_PORT,
  PICKER_SERVICE_KIND,
  PICKER_SERVICE_MISSING,
];
