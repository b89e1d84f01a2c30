import { VLLM_RULES } from '../../../../lib/validation/rules/vllm';
import { EXAMPLES } from '../../../../lib/validation/rules/examples';
import { testExamples } from '../../../support/examples';

testExamples(VLLM_RULES, EXAMPLES);
