import type { Examples } from '../../../api-server/example';
import { monitored } from './example';

export const MONITORING_EXAMPLES: Examples = {
  'LLMD-MONITOR-AUTH': {
    failing: monitored({ auth: 'true' }),
    passing: monitored({
      auth: 'true',
      rest: '      authorization:\n        credentials: { name: metrics-reader, key: token }\n',
    }),
  },
  'LLMD-MONITOR-PORT': { failing: monitored({ port: 'metrics' }), passing: monitored() },
  'LLMD-MONITOR-SELECTOR': { failing: monitored({ app: 'picker' }), passing: monitored() },
};
