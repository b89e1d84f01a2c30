import { ACCESS_RULES } from '../../../../lib/validation/rules/access';
import { EXAMPLES } from '../../../../lib/validation/rules/examples';
import { testExamples } from '../../../support/examples';

testExamples(ACCESS_RULES, EXAMPLES);
