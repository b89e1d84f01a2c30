import { SET_RULES } from '../../../../lib/validation/rules/set';
import { testExamples } from '../../../support/examples';

testExamples(SET_RULES);
