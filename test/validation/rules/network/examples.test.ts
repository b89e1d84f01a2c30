import { NETWORK_RULES } from '../../../../lib/validation/rules/network';
import { EXAMPLES } from '../../../../lib/validation/rules/examples';
import { testExamples } from '../../../support/examples';

testExamples(NETWORK_RULES, EXAMPLES);
