import { POD_RULES } from '../../../../lib/validation/rules/pod';
import { EXAMPLES } from '../../../../lib/validation/rules/examples';
import { testExamples } from '../../../support/examples';

testExamples(POD_RULES, EXAMPLES);
