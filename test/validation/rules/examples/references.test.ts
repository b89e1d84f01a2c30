import { REFERENCE_RULES } from '../../../../lib/validation/rules/references';
import { testExamples } from '../../../support/examples';

testExamples(REFERENCE_RULES);
