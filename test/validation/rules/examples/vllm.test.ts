import { VLLM_RULES } from '../../../../lib/validation/rules/vllm';
import { testExamples } from '../../../support/examples';

testExamples(VLLM_RULES);
