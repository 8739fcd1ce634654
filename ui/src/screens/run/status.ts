// The state of a run in a word.
import type { RunStatus } from '../../ipc/generated/RunStatus';

export const statusWords: Record<RunStatus, string> = {
  running: 'Running',
  pausing: 'Pausing',
  paused: 'Paused',
  interrupted: 'Interrupted',
  question: 'Waits for you',
  attention: 'Needs attention',
  done: 'Done',
  refused: 'Refused',
};
