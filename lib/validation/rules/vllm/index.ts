import type { Rule } from '../../rule';
import { VLLM_CONFLICT } from './conflict';
import { VLLM_DEPRECATED } from './deprecated';
import { VLLM_DEVICES } from './devices';
import { VLLM_ENGINE } from './engine';
import { VLLM_FLAG } from './flag';
import { VLLM_LORA } from './lora';
import { VLLM_OTHER_VERSION } from './other-version';
import { VLLM_PORT } from './port';
import { VLLM_SHORTENED } from './shortened';
import { SIMULATOR_FLAG } from './simulator-flag';
import { VLLM_UNREAD } from './unread';
import { VLLM_VALUE } from './value';

/** Rules about the arguments of vLLM, and of its simulator. */
export const VLLM_RULES: readonly Rule[] = [
  VLLM_FLAG,
  VLLM_VALUE,
  VLLM_CONFLICT,
  VLLM_OTHER_VERSION,
  VLLM_ENGINE,
  VLLM_LORA,
  VLLM_DEVICES,
  VLLM_PORT,
  VLLM_UNREAD,
  VLLM_SHORTENED,
  VLLM_DEPRECATED,
  SIMULATOR_FLAG,
];
