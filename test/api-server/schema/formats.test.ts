import { FORMATS } from '../../../lib/api-server/schema/formats';

describe('the format date-time', () => {
  const format = FORMATS['date-time'];

  test.each(['2026-01-31T09:00:00Z', '2026-01-31t09:00:00.25z', '2026-01-31T23:59:59+99:99'])('%s', (text) => {
    expect(format.matches(text)).toBe(true);
  });

  test.each([
    '2026-01-31',
    '2026-01-31 09:00:00Z',
    '2026-02-30T09:00:00Z',
    '2026-1-31T09:00:00Z',
    '2026-01-31T24:00:00Z',
    '2026-01-31T09:00:00',
  ])('%s is refused', (text) => expect(format.matches(text)).toBe(false));
});
