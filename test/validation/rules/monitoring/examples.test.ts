import { MONITORING_RULES } from '../../../../lib/validation/rules/monitoring';
import { EXAMPLES } from '../../../../lib/validation/rules/examples';
import { testExamples } from '../../../support/examples';

testExamples(MONITORING_RULES, EXAMPLES);
