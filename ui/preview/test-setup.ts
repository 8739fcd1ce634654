// What the tests of the screens share: axe with the rules that need no layout, and a clean stage before each test.
import { beforeEach } from 'vitest';
import { stage } from './double';

beforeEach(() => stage({}));
