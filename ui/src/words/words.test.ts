import { afterEach, describe, expect, it, vi } from 'vitest';
import { language, languages } from './language.svelte';
import { say, stretches } from './say';
import type { Message } from '../ipc/generated/Message';
import { tell, tellPart } from './tell';
import { rowsOf } from './thumbprint';
import { asAgo, asClockAhead, asDay, asDaysLeft, asDuration, asList, withLocalMoments } from './when';

afterEach(() => {
  language.chosen = null;
  vi.restoreAllMocks();
});

describe('the language of the window', () => {
  it('is one of those that there is a folder for, by their own names', () => {
    expect(languages).toEqual(
      expect.arrayContaining([
        { tag: 'en', name: 'English' },
        { tag: 'de', name: 'Deutsch' },
        { tag: 'ja', name: '日本語' },
      ]),
    );
  });

  it('is the one that was chosen', () => {
    language.chosen = 'de';
    expect(say('window-settings-title')).toBe('Einstellungen');
    language.chosen = 'ja';
    expect(say('window-settings-title')).toBe('設定');
  });

  it('is English where there is no folder for the one that was chosen', () => {
    language.chosen = 'tlh';
    expect(say('window-settings-title')).toBe('Settings');
  });

  it('is the first of the system that there is a folder for, with the dates of that country', () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['fr-FR', 'de-AT', 'en-US']);
    // Read anew: what the system speaks does not change while the window is open.
    language.chosen = 'fr';
    language.chosen = null;
    expect(language.current).toBe('de');
    expect(language.locale).toBe('de-AT');
  });
});

describe('plurals', () => {
  const summaries = (tag: string) => {
    language.chosen = tag;
    return [0, 1, 2].map((attention) => say('window-sites-summary', { sites: attention + 1, attention }));
  };

  it('follow the language', () => {
    expect(summaries('en')).toEqual([
      '1 site, none needs attention',
      '2 sites, 1 needs attention',
      '3 sites, 2 need attention',
    ]);
    expect(summaries('de')[1]).toBe('2 Sites, 1 braucht Aufmerksamkeit');
    expect(summaries('ja')[2]).toBe('3 サイト、要確認 2 件');
  });

  it('write large numbers as the language does', () => {
    language.chosen = 'de';
    expect(say('window-runs-count', { runs: 12345 })).toBe('12.345 Läufe');
  });
});

describe('a sentence with something set apart', () => {
  it('comes in stretches, in the order of the language', () => {
    const given = { path: '/home/ada/run.html' };
    expect(stretches('window-run-saved-as', given, ['path'])).toEqual([
      { text: 'Saved as ', argument: null },
      { text: '/home/ada/run.html', argument: 'path' },
      { text: '.', argument: null },
    ]);
    language.chosen = 'ja';
    expect(stretches('window-run-saved-as', given, ['path'])[0]).toEqual({ text: given.path, argument: 'path' });
  });
});

describe('a message of the core', () => {
  const message: Message = {
    code: 'window.run.since',
    arguments: { moment: { minute: '2026-11-23T14:02:00Z' }, lasted: { seconds: 243 } },
  };

  it('is told in the language of the window, its moments and durations too', () => {
    language.chosen = 'de';
    expect(tell(message)).toMatch(/^begonnen: 23\. Nov\. 2026, .+, vor 4 min 3 s$/);
  });

  it('keeps numbers for the plural, and tells lists and other messages within it', () => {
    expect(tell({ code: 'window.runs.count', arguments: { runs: { number: 1 } } })).toBe('1 run');
    const names = { list: [{ text: 'a' }, { number: 2000 }, { message: { code: 'window.run.title' } }] };
    expect(tell({ code: 'window.trust.without-names', arguments: { names } })).toBe('without a, 2,000, and Run');
  });

  it('tells the day in UTC, and sentences one after the other', () => {
    const sentences = { sentences: [{ code: 'window.run.ended' }, { code: 'window.run.may-close' }] };
    const found = (text: Message['arguments']) =>
      tell({ code: 'window.replace.restart-is', ...(text && { arguments: text }) });
    expect(found({ day: { day: '2026-12-31T23:59:00Z' }, sentences })).toBe(
      'window.replace.restart-is (day: Dec 31, 2026; sentences: This run has ended. ' +
        'You may close this window: the run goes on without it.)',
    );
  });

  it('has parts, in which another message stands for its own part', () => {
    const why = { message: { code: 'bundle.wrong_password' } };
    const locked = { code: 'bundle.key_locked', arguments: { why } };
    expect(tellPart(locked, 'todo')).toBe('Type it again; mind upper and lower case.');
    expect(tellPart(locked, 'nowhere')).toBeNull();
  });

  it('is its code where no language has it, or where nothing fills a place', () => {
    expect(tell({ code: 'nobody.knows' })).toBe('nobody.knows');
    expect(tell({ code: 'window.runs.count' })).toBe('window.runs.count');
  });
});

describe('moments and durations', () => {
  it('write durations as people say them', () => {
    const written = [300, 38_000, 60_000, 243_000, 3_600_000, 7_500_000].map(asDuration);
    expect(written).toEqual(['under 1 s', '38 s', '1 min', '4 min 3 s', '1 h', '2 h 5 min']);
    language.chosen = 'ja';
    expect(asDuration(7_500_000)).toBe('2 時間 5 分');
  });

  it('say how long ago something was', () => {
    const now = Date.parse('2026-11-23T12:00:00Z');
    const ago = (instant: string) => asAgo(instant, now);
    expect(ago('2026-11-23T11:59:40Z')).toBe('just now');
    expect(ago('2026-11-23T11:56:00Z')).toBe('4 minutes ago');
    expect(ago('2026-11-22T11:00:00Z')).toBe('1 day ago');
    language.chosen = 'de';
    expect(ago('2026-11-22T11:00:00Z')).toBe('vor 1 Tag');
  });

  it('tell a moment in the zone of the reader beside UTC', () => {
    const sentence = 'It is valid until 2027-03-01 23:30 UTC.';
    const offset = vi.spyOn(Date.prototype, 'getTimezoneOffset');
    offset.mockReturnValue(0);
    expect(withLocalMoments(sentence)).toBe(sentence);
    offset.mockReturnValue(-60);
    expect(withLocalMoments(sentence)).toMatch(/^It is valid until 2027-03-01 23:30 UTC \(.*2027.*\)\.$/);
    expect(withLocalMoments('It ends on 2027-03-01.')).toBe('It ends on 2027-03-01.');
  });

  it('say which clock is ahead', () => {
    expect([0, 90, 600, -7200].map(asClockAhead)).toEqual([
      'the same as this computer’s',
      'the same as this computer’s',
      '10 min ahead of this computer’s',
      '2 h behind this computer’s',
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

  it('join names as the language does', () => {
    expect(asList(['Berlin', 'Madrid', 'Oslo'])).toBe('Berlin, Madrid, and Oslo');
    language.chosen = 'de';
    expect(asList(['Berlin', 'Madrid', 'Oslo'])).toBe('Berlin, Madrid und Oslo');
  });
});

describe('a thumbprint', () => {
  it('is laid out in four rows of four', () => {
    const groups = Array.from({ length: 16 }, (_, n) => n.toString(16).repeat(4));
    expect(rowsOf(groups).map((row) => row.name)).toEqual(['A', 'B', 'C', 'D']);
    expect(rowsOf(groups).flatMap((row) => row.groups)).toEqual(groups);
  });
});
