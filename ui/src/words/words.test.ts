import { describe, expect, it, vi } from 'vitest';
import { counted } from './count';
import { rowsOf } from './thumbprint';
import { asAgo, asClockAhead, asDay, asDaysLeft, asDuration, withLocalMoments } from './when';

describe('words', () => {
  it('write durations as people say them', () => {
    const written = [300, 38_000, 60_000, 243_000, 3_600_000, 7_500_000].map(asDuration);
    expect(written).toEqual(['under 1 s', '38 s', '1 min', '4 min 3 s', '1 h', '2 h 5 min']);
  });

  it('say how long ago something was', () => {
    const now = Date.parse('2026-11-23T12:00:00Z');
    const ago = (instant: string) => asAgo(instant, now);
    expect(ago('2026-11-23T11:59:40Z')).toBe('just now');
    expect(ago('2026-11-23T11:56:00Z')).toBe('4 min ago');
    expect(ago('2026-11-22T11:00:00Z')).toBe('1 day ago');
  });

  it('tell a moment in the zone of the reader beside UTC', () => {
    const sentence = 'It is valid until 2027-03-01 23:30 UTC.';
    const offset = vi.spyOn(Date.prototype, 'getTimezoneOffset');
    offset.mockReturnValue(0);
    expect(withLocalMoments(sentence)).toBe(sentence);
    offset.mockReturnValue(-60);
    expect(withLocalMoments(sentence)).toMatch(/^It is valid until 2027-03-01 23:30 UTC \(.*2027.*\)\.$/);
    expect(withLocalMoments('It ends on 2027-03-01.')).toBe('It ends on 2027-03-01.');
    offset.mockRestore();
  });

  it('say which clock is ahead', () => {
    expect([0, 90, 600, -7200].map(asClockAhead)).toEqual([
      "agrees with this computer's",
      "agrees with this computer's",
      "10 min ahead of this computer's",
      "2 h behind this computer's",
    ]);
  });

  it('count the days that a certificate has left', () => {
    expect([9, 1, 0, -1, -3].map(asDaysLeft)).toEqual([
      '9 days left',
      '1 day left',
      'ends today',
      'ended 1 day ago',
      'ended 3 days ago',
    ]);
  });

  it('leave a date that is none as it is', () => {
    expect(asDay('never')).toBe('never');
  });

  it('count with the right noun', () => {
    expect([counted(1, 'site'), counted(11, 'site'), counted(2, 'needs', 'need')]).toEqual([
      '1 site',
      '11 sites',
      '2 need',
    ]);
  });

  it('lay a thumbprint out in four rows of four', () => {
    const groups = Array.from({ length: 16 }, (_, n) => n.toString(16).repeat(4));
    expect(rowsOf(groups).map((row) => row.name)).toEqual(['A', 'B', 'C', 'D']);
    expect(rowsOf(groups).flatMap((row) => row.groups)).toEqual(groups);
  });
});
