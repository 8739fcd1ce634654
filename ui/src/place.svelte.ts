// Where in the window the person is. Kept in the address, so that a reload or Back finds the same screen.

export type Place =
  | { at: 'sites' }
  | { at: 'site'; id: string }
  | { at: 'replace'; id: string }
  | { at: 'run'; run: string }
  | { at: 'runs' }
  | { at: 'certificates' }
  | { at: 'requests'; site: string }
  | { at: 'lab' }
  | { at: 'settings' };

export function fromHash(hash: string): Place {
  const [at, rest = ''] = hash.replace(/^#\/?/, '').split('/');
  const what = decodeURIComponent(rest);
  if (at === 'requests') return { at, site: what };
  if ((at === 'site' || at === 'replace') && what) return { at, id: what };
  if (at === 'run' && what) return { at, run: what };
  if (at === 'certificates' || at === 'runs' || at === 'lab' || at === 'settings') return { at };
  return { at: 'sites' };
}

export function toHash(place: Place): string {
  const { at, ...rest } = place;
  const [what = ''] = Object.values(rest);
  return `#/${at}${what ? `/${encodeURIComponent(what)}` : ''}`;
}

class Whereabouts {
  place: Place = $state.raw(fromHash(location.hash));

  constructor() {
    window.addEventListener('popstate', () => (this.place = fromHash(location.hash)));
  }

  go(place: Place): void {
    history.pushState(null, '', toHash(place));
    this.place = place;
  }
}

export const here = new Whereabouts();
export const go = (place: Place) => here.go(place);
