// Before each test of a screen: a core at its first start, and a window that knows nothing yet.
import { beforeEach } from 'vitest';
import { here } from '../src/place.svelte';
import { snapshot } from '../src/snapshot.svelte';
import { language } from '../src/words/language.svelte';
import { stage } from './double';

beforeEach(() => {
  stage({});
  here.go({ at: 'sites' });
  snapshot.app = null;
  snapshot.problems = [];
  snapshot.dropped = null;
  language.chosen = null;
});
