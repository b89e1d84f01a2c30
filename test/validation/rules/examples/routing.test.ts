import { ROUTING_RULES } from '../../../../lib/validation/rules/routing';
import { EXAMPLES } from '../../../../lib/validation/rules/examples';
import { testExamples } from '../../../support/examples';

testExamples(ROUTING_RULES, EXAMPLES);
