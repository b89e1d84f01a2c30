import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { ExerciseRun } from '../../lib/exercises/results';
import { renderReport } from '../../lib/exercises/report';
import { crowdedRun, realisticRun } from '../../test/support/exercise-run';
import { startBrowser } from './browser';
import { countColors, look, type Sight } from './page';

const folder = mkdtempSync(join(tmpdir(), 'report-'));
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** The address of the file with this report. */
function written(name: string, run: ExerciseRun): string {
  const path = join(folder, `${name}.html`);
  writeFileSync(path, renderReport(run));
  return pathToFileURL(path).href;
}

const WIDE = { width: 1280, chart: 752 };
const PHONE = { width: 360, chart: 328 };
const LIGHT = { colorScheme: 'light', background: 'rgb(255, 255, 255)' } as const;
const DARK = { colorScheme: 'dark', background: 'rgb(20, 24, 29)' } as const;

describe.each([
  { ...LIGHT, ...WIDE },
  { ...LIGHT, ...PHONE },
  { ...DARK, ...WIDE },
  { ...DARK, ...PHONE },
])('the report on a $colorScheme screen of $width pixels', ({ colorScheme, background, width, chart }) => {
  const address = written('realistic', realisticRun());
  const complaints: string[] = [];
  const requested: string[] = [];
  let page: Page;
  let seen: Sight;

  beforeAll(async () => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, offline: true });
    page = await context.newPage();
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('request', (request) => requested.push(request.url()));
    await page.goto(address);
    seen = await page.evaluate(look);
  });

  afterAll(() => page?.context().close());

  test('loads no other files, without errors', () => {
    expect(requested).toEqual([address]);
    expect(complaints).toEqual([]);
  });

  test('is not wider than the screen', () => expect(seen.width).toBeLessThanOrEqual(width));

  test('follows the scheme', () => expect(seen.background).toBe(background));

  test('has texts with enough contrast', () => {
    expect(seen.contrasts.length).toBeGreaterThan(100);
    expect(seen.contrasts.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
  });

  test('shows each chart once, as wide as the page allows', () => {
    expect(seen.charts.map((one) => one.width)).toEqual(Array(7).fill(chart));
    expect(Math.min(...seen.charts.map(({ height }) => height))).toBeGreaterThan(70);
  });

  test('has labels without overlap', () => {
    expect(Math.min(...seen.charts.map(({ smallestLetters }) => smallestLetters))).toBeGreaterThanOrEqual(11);
    expect(seen.charts.flatMap(({ overlaps }) => overlaps)).toEqual([]);
    expect(seen.charts.flatMap(({ cutOff }) => cutOff)).toEqual([]);
  });

  test('is not blank', async () => {
    const charts = await page.locator('svg:visible').all();
    const pictures = [await page.screenshot()];
    for (const one of charts) pictures.push(await one.screenshot());
    // A separate page, since that of the report loads no pictures.
    const blank = await browser.newPage();
    for (const picture of pictures) {
      expect(await blank.evaluate(countColors, picture.toString('base64'))).toBeGreaterThan(20);
    }
    await blank.close();
  });
});

test.each([WIDE, PHONE])('a crowded report shows all labels on $width pixels', async ({ width }) => {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(written('crowded', crowdedRun()));
  const seen = await page.evaluate(look);
  await page.close();
  expect(seen.width).toBeLessThanOrEqual(width);
  expect(seen.charts.flatMap(({ overlaps }) => overlaps)).toEqual([]);
  expect(seen.charts.flatMap(({ cutOff }) => cutOff)).toEqual([]);
});
