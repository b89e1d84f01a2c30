import { ENDPOINT_PICKER_RULES } from '../../../../lib/validation/rules/endpoint-picker';
import { EXAMPLES } from '../../../../lib/validation/rules/examples';
import { testExamples } from '../../../support/examples';

testExamples(ENDPOINT_PICKER_RULES, EXAMPLES);
