import { ENDPOINT_PICKER_CONFIG_RULES } from '../../../../lib/validation/rules/endpoint-picker-config';
import { EXAMPLES } from '../../../../lib/validation/rules/examples';
import { testExamples } from '../../../support/examples';

testExamples(ENDPOINT_PICKER_CONFIG_RULES, EXAMPLES);
