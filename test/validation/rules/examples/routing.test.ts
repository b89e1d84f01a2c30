import { ROUTING_RULES } from '../../../../lib/validation/rules/routing';
import { testExamples } from '../../../support/examples';

testExamples(ROUTING_RULES);
