import { execFileSync } from 'node:child_process';
import type { Round } from '../../../lib/exercises/results';
import { renderReport } from '../../../lib/exercises/report';
import { realisticRun, requests, result, round, run } from '../../support/exercise-run';

const realistic = renderReport(realisticRun());

/** How many times `pattern`, a global one, matches. */
function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

function reportOf(parts: Partial<Round>): string {
  return renderReport(run([result({ rounds: [round(parts)] })]));
}

/** The text of a page, without the markup. */
function textOf(report: string): string {
  return report
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe('a report', () => {
  const text = textOf(realistic);

  test('has the result, the command to repeat it, and the target', () => {
    const { command, target } = realisticRun();
    const { versions, ...where } = target;
    const facts = Object.entries({ ...where, ...versions }).map(([name, value]) => `${name} ${value}`);
    expect(text).toContain('Exercises of gaie-sim: ✗ failed 1 of 3 exercises failed: Fault tolerance');
    for (const part of [command, ...facts]) expect(text).toContain(part);
  });

  test('has a heading for each exercise and each round, in their order', () => {
    const headings = [...realistic.matchAll(/<h([1-6])>(.*?)<\/h\1>/g)].map(([, level, title]) => [level, title]);
    expect(headings.slice(1)).toEqual([
      ['2', 'Load distribution'],
      ['3', 'distinct prompts'],
      ['3', 'one prompt'],
      ['2', 'Fault tolerance'],
      ['3', 'delete a pod'],
      ['2', 'Observability'],
      ['3', 'metrics'],
    ]);
  });

  test('marks passed and failed checks by a word and a sign', () => {
    expect(text).toContain('✗ failed in 2 min 6 s');
    expect(text).toContain(
      '✗ failed a drained pod loses no request 0 of 1,200 requests fail while a pod is deleted 12 failed',
    );
    expect(text).toContain('✓ passed the pool heals 3 ready endpoints within 90 s 37.4 s');
  });

  test('has latencies of answered requests, and counts failures by kind', () => {
    expect(text).toContain('p50 p90 p99 max plain 1,069 233 359 540 833 streams 119 1,857 2,843 4,216 4,734');
    expect(text).toContain('failure count 503 6 connection reset 5 stream cut 1');
  });

  test('lists events in the order of time', () => {
    const { events } = realisticRun().results[1].rounds[0];
    const shuffled = reportOf({ requests: requests(9, 60_000), events: events.toReversed() });
    expect(textOf(shuffled)).toContain(
      events.map(({ at, description }) => `${(at / 1000).toFixed(1)} s ${description}`).join(' '),
    );
  });

  test('marks events on both charts over time, close ones with one number', () => {
    const labels = [...realistic.matchAll(/fill="var\(--event\)">(.*?)<\/text>/g)].map(([, label]) => label);
    expect(labels).toEqual(Array(4).fill(['1–3', '4']).flat());
    expect(count(realistic, /stroke="var\(--event\)"/g)).toBe(4 * 4);
  });

  test('describes each chart', () => {
    const labels = [...realistic.matchAll(/<svg class="narrow" role="img" aria-label="(.*?)"/g)].map(
      ([, label]) => label,
    );
    expect(count(realistic, /<svg/g)).toBe(2 * labels.length);
    expect(labels.slice(-3)).toEqual([
      '1,165 requests: vllm-6c9f7d5b8c-4kqzt 560 (48 %), vllm-6c9f7d5b8c-9xw2n 149 (13 %), ' +
        'vllm-6c9f7d5b8c-hm7vd 431 (37 %), vllm-6c9f7d5b8c-t2bbr 25 (2 %)',
      'Latency of 1,200 requests over 60.0 s: answered 1,069, answered streams 119, failed 11, failed streams 1. ' +
        'Marked: deleted pod vllm-6c9f7d5b8c-9xw2n at 20.0 s, vllm-6c9f7d5b8c-9xw2n left the pool at 20.6 s, ' +
        'vllm-6c9f7d5b8c-t2bbr started at 22.3 s, vllm-6c9f7d5b8c-t2bbr joined the pool at 57.4 s',
      'Ready endpoints over 60.0 s: from 2 to 3, 3 in the end',
    ]);
  });

  test('passes when all exercises do', () => {
    expect(textOf(renderReport(run([result(), result({ exercise: 'observability' })])))).toContain(
      'Exercises of gaie-sim: ✓ passed 2 exercises passed.',
    );
  });
});

describe('what is not there is not drawn:', () => {
  test.each<[string, Partial<Round>, readonly string[]]>([
    ['nothing', {}, []],
    ['shares', { shares: { a: 1 } }, ['1 request: a 1 (100 %)']],
    ['shares of nothing', { shares: { a: 0 } }, ['0 requests: a 0 (0 %)']],
    ['requests', { requests: requests(1, 1) }, ['Latency of 1 request over 0.0 s: answered 1']],
    ['endpoints', { readyEndpoints: [{ at: 0, count: 0 }] }, ['Ready endpoints over 0.0 s: from 0 to 0, 0 in the end']],
  ])('a round with %s', (_, parts, charts) => {
    const labels = [...reportOf(parts).matchAll(/class="wide" role="img" aria-label="(.*?)"/g)].map(
      ([, label]) => label,
    );
    expect(labels).toEqual(charts);
  });

  test('latencies, where no request was answered', () => {
    const failed = requests(3, 100).map((request) => ({ ...request, failure: '503' }));
    expect(textOf(reportOf({ requests: failed }))).not.toContain('p50');
    expect(textOf(reportOf({ requests: failed }))).toContain('failure count 503 3');
  });

  test('failures, where there are none', () => {
    expect(textOf(reportOf({ requests: requests(3, 100) }))).not.toContain('failure count');
  });

  test('a run without exercises has not passed', () => {
    expect(textOf(renderReport(run([])))).toContain('Exercises of gaie-sim: ✗ failed No exercise ran.');
  });
});

describe('the scale of latencies', () => {
  const usual = requests(100, 1_000).filter(({ isStream }) => !isStream);

  test('is linear', () => expect(reportOf({ requests: usual })).not.toContain('logarithmic'));

  test('is logarithmic where a few are far slower, or took no time', () => {
    const odd = [
      { ...usual[0], milliseconds: 30_000 },
      { ...usual[1], milliseconds: 0, failure: 'connection refused' },
    ];
    const report = reportOf({ requests: [...usual, ...odd] });
    expect(report).toContain('logarithmic');
    expect(report).not.toMatch(/NaN|Infinity/);
  });
});

describe('many requests', () => {
  const many = requests(20_000, 600_000).map((request, index) =>
    index % 50 === 7 ? { ...request, status: 503, failure: '503' } : request,
  );
  const report = reportOf({ requests: many });

  test('are thinned out, which the caption says', () => {
    expect(report.length).toBeLessThan(400_000);
    expect(textOf(report)).toContain(
      'Of 17,600 answered, 1,441 are drawn: the first and the slowest of each 24 in a row.',
    );
  });

  test('keep each failed one', () => {
    const paths = [...report.matchAll(/<path d="([^"]*)" fill="var\(--failed\)"/g)].map(([, path]) =>
      count(path, /M/g),
    );
    expect(paths).toEqual([400, 400]);
  });
});

describe('special characters in texts', () => {
  const evil = `</style><script>"x" & 'y'`;
  const escaped = '&lt;/style&gt;&lt;script&gt;&quot;x&quot; &amp; &#39;y&#39;';
  const { command, startedAt } = run([]);

  test('are escaped', () => {
    const evilRound = round({
      name: evil,
      requests: requests(3, 100).map((request) => ({ ...request, failure: evil })),
      events: [{ at: 1, description: evil }],
      shares: { [evil]: 3 },
    });
    const check = { name: evil, expected: evil, measured: evil, passed: false };
    const report = renderReport({
      command: evil,
      startedAt: evil,
      target: { context: evil, namespace: evil, pool: evil, entry: evil, model: evil, versions: { [evil]: evil } },
      results: [result({ checks: [check], rounds: [evilRound] })],
    });
    expect(report).not.toContain('<script');
    expect(report).not.toContain(evil);
    expect(count(report, /<\/style>/g)).toBe(1);
    // The title, the heading and the table; checks; names, kinds, events and pods of the round; labels of charts.
    expect(report.split(escaped).length - 1).toBe(24);
  });

  test('other texts are not changed', () => {
    const report = renderReport({ ...run([]), command, startedAt });
    expect(report).toContain(`<code>${command}</code>`);
  });
});

describe('the page', () => {
  test('is the same for the same run', () => expect(renderReport(realisticRun())).toBe(realistic));

  test('has no scripts and loads no files', () => {
    expect(realistic).not.toMatch(/<script|\son\w+=|@import|url\(|javascript:/i);
    const addresses = [...realistic.matchAll(/(?:src|href|action|data|srcset)="([^"]*)"/g)].map(
      ([, address]) => address,
    );
    expect(addresses).toEqual(['data:,', '#fault-tolerance']);
    expect(realistic).not.toMatch(/https?:/);
  });

  test('has each id once', () => {
    const ids = [...realistic.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual(['load-distribution', 'fault-tolerance', 'observability']);
  });

  test('takes its colours from the style, also in charts', () => {
    const colors = [...realistic.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, color]) => color);
    const known = new Set([...realistic.matchAll(/(--\w+): #/g)].map(([, name]) => `var(${name})`));
    expect(colors.filter((color) => color !== 'none' && !known.has(color))).toEqual([]);
  });

  test('shortens long names of pods to their ends', () => {
    const pods = ['a', 'b'].map((end) => `${'long-'.repeat(12)}${end}`);
    const report = reportOf({ shares: { [pods[0]]: 1, [pods[1]]: 2 } });
    for (const end of ['a', 'b']) expect(report).toMatch(new RegExp(`>…[-long]+-${end}</text>`));
  });
});

test('ECharts is loaded only to draw charts', () => {
  const script = `
    const { renderReport } = require('./lib/exercises/report');
    const loaded = () => Object.keys(require.cache).some((path) => path.includes('echarts'));
    const before = loaded();
    renderReport(${JSON.stringify(run([result({ rounds: [round({ shares: { a: 1 } })] })]))});
    console.log(before, loaded());`;
  const output = execFileSync(process.execPath, ['--require', 'tsx/cjs', '--eval', script], { encoding: 'utf8' });
  expect(output).toBe('false true\n');
});
