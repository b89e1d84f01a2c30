import { NETWORK_RULES } from '../../../../lib/validation/rules/network';
import { testExamples } from '../../../support/examples';

testExamples(NETWORK_RULES);
