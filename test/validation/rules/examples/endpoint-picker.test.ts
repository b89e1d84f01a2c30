import { ENDPOINT_PICKER_RULES } from '../../../../lib/validation/rules/endpoint-picker';
import { testExamples } from '../../../support/examples';

testExamples(ENDPOINT_PICKER_RULES);
