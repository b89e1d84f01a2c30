import { SET_RULES } from '../../../../lib/validation/rules/set';
import { EXAMPLES } from '../../../../lib/validation/rules/examples';
import { testExamples } from '../../../support/examples';

testExamples(SET_RULES, EXAMPLES);
