import { POD_RULES } from '../../../../lib/validation/rules/pod';
import { testExamples } from '../../../support/examples';

testExamples(POD_RULES);
