import { ACCESS_RULES } from '../../../../lib/validation/rules/access';
import { testExamples } from '../../../support/examples';

testExamples(ACCESS_RULES);
