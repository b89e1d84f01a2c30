import { MONITORING_RULES } from '../../../../lib/validation/rules/monitoring';
import { testExamples } from '../../../support/examples';

testExamples(MONITORING_RULES);
