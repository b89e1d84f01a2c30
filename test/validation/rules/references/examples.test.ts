import { REFERENCE_RULES } from '../../../../lib/validation/rules/references';
import { EXAMPLES } from '../../../../lib/validation/rules/examples';
import { testExamples } from '../../../support/examples';

testExamples(REFERENCE_RULES, EXAMPLES);
