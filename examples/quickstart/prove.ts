import { writeFileSync } from 'node:fs';
import { loadDistribution, observability, renderReport, withSession } from 'cdk8s-llm-d/exercises';

const [url] = process.argv.slice(2);
const startedAt = new Date().toISOString();

void withSession({ pool: 'opt', url }, async (session) => {
  const results = [await loadDistribution(session), await observability(session)];
  for (const { exercise, passed } of results) console.log(`${exercise}: ${passed ? 'passed' : 'failed'}`);
  const target = await session.summary();
  writeFileSync('report.html', renderReport({ command: 'npm run prove', startedAt, target, results }));
  process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
});
