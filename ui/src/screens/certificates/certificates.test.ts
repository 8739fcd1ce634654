import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asked, stage } from '../../../preview/double';
import {
  everyAnswer,
  forParis,
  longChain,
  nothingYet,
  oneGoodFile,
  passwordMissing,
  replyFound,
  strayReply,
  twoEntries,
  withoutKey,
} from '../../../preview/views/doctor';
import { nobodyAnswers } from '../../../preview/views/sites';
import App from '../../App.svelte';
import { here } from '../../place.svelte';
import { snapshot } from '../../snapshot.svelte';
import CertificatesScreen from './CertificatesScreen.svelte';
import { tell, todoOf } from '../../words/tell';

const wishes = () => asked.filter(({ command }) => command === 'askDoctor').map(({ with: [wish] }) => wish);
const press = async (handle: string) => fireEvent.click(await screen.findByTestId(handle));

describe('offering files', () => {
  it('asks the core for files and for the clipboard, and reads neither itself', async () => {
    render(CertificatesScreen);
    await press('browse-certificates');
    await press('paste-certificates');
    await expect.poll(wishes).toEqual([{ kind: 'look' }, { kind: 'browse' }, { kind: 'take', token: 'pasted' }]);
  });

  it('takes Ctrl+V for the button, and keeps the text from the page', async () => {
    render(App);
    here.go({ at: 'certificates' });
    await screen.findByTestId('drop-zone');
    const isLeft = await fireEvent.keyDown(window, { key: 'v', ctrlKey: true });
    expect(isLeft).toBe(false);
    await expect.poll(() => wishes().at(-1)).toEqual({ kind: 'take', token: 'pasted' });
  });

  it('opens for what is dropped on another screen', async () => {
    render(App);
    await screen.findByTestId('nav-settings');
    here.go({ at: 'settings' });
    snapshot.dropped = 't1';
    await expect.poll(() => here.place).toEqual({ at: 'certificates' });
    await expect.poll(wishes).toEqual([{ kind: 'take', token: 't1' }]);
    expect(snapshot.dropped).toBeNull();
  });

  it('keeps what is in view when something is refused', async () => {
    stage({ doctor: oneGoodFile });
    render(CertificatesScreen);
    await screen.findByTestId('offered-file');
    stage({ doctor: oneGoodFile, refused: { askDoctor: nobodyAnswers } });
    await press('browse-certificates');
    expect((await screen.findByRole('alert')).textContent).toContain(tell(nobodyAnswers.message));
    expect(screen.getByTestId('offered-file')).toBeTruthy();
  });
});

describe('a reply', () => {
  it('is told with what the authority changed, and its key is not to be put away', async () => {
    stage({ doctor: replyFound });
    render(CertificatesScreen);
    expect((await screen.findByTestId('reply')).textContent).toContain('10.0.0.7');
    expect(screen.getAllByTestId('offered-file')).toHaveLength(2);
    expect(screen.getAllByTestId('remove-file')).toHaveLength(1);
  });

  it('that belongs to no request leads to those that wait', async () => {
    stage({ doctor: strayReply });
    render(CertificatesScreen);
    await press('see-requests');
    expect(here.place).toEqual({ at: 'requests', site: '' });
  });
});

describe('several entries', () => {
  it('are told apart, and the one that is chosen is meant', async () => {
    stage({ doctor: twoEntries });
    render(CertificatesScreen);
    const choices = await screen.findAllByTestId<HTMLInputElement>('choose-entry');
    expect(choices.map(({ checked }) => checked)).toEqual([false, false]);
    await fireEvent.click(choices[1] as HTMLInputElement);
    expect(wishes().at(-1)).toEqual({ kind: 'choose', entry: 'SHA-256:new' });
  });
});

describe('a check', () => {
  it('says its rule', async () => {
    stage({ doctor: oneGoodFile });
    render(CertificatesScreen);
    await screen.findAllByTestId('promise');
    expect(screen.getAllByTestId('rule')).toHaveLength(oneGoodFile.entry?.promises.length ?? 0);
  });
});

describe('a password', () => {
  it('is asked for at once where it is all that the new file lacks', async () => {
    render(CertificatesScreen);
    await screen.findByTestId('drop-zone');
    stage({ doctor: passwordMissing });
    await press('browse-certificates');
    await expect.poll(wishes).toEqual([{ kind: 'browse' }, { kind: 'password', file: 'paris-2027.pfx' }]);
  });

  it('is not asked for where several files came', async () => {
    render(CertificatesScreen);
    await screen.findByTestId('drop-zone');
    stage({ doctor: everyAnswer });
    await press('browse-certificates');
    await screen.findAllByTestId('offered-file');
    expect(wishes()).toEqual([{ kind: 'browse' }]);
  });
});

describe('the answers', () => {
  it('are told apart by word, each with what to do', async () => {
    stage({ doctor: everyAnswer });
    render(CertificatesScreen);
    const rows = await screen.findAllByTestId('offered-file');
    const words = rows.map((row) => row.querySelector('.answer')?.textContent);
    expect(words).toEqual([
      'Opened',
      'Wrong password',
      'Unknown encryption',
      'Slow to open',
      'Damaged',
      'Not a keystore',
      'Not read',
    ]);
    for (const [row, file] of rows.map((row, n) => [row, everyAnswer.files[n]] as const)) {
      if (file?.problem) expect(row.textContent).toContain(todoOf(file.problem));
    }
  });

  it('lead to the password and to opening anyway', async () => {
    stage({ doctor: everyAnswer });
    render(CertificatesScreen);
    await press('type-file-password');
    await press('open-anyway');
    expect(wishes().slice(1)).toEqual([
      { kind: 'password', file: 'paris.pfx' },
      { kind: 'openAnyway', file: 'ten-million.p12' },
    ]);
  });

  it('make the password the next step', async () => {
    stage({ doctor: passwordMissing });
    const { container } = render(CertificatesScreen);
    await screen.findByTestId('type-file-password');
    const next = [...container.querySelectorAll('.button.primary')].map((button) => button.getAttribute('data-testid'));
    expect(next).toEqual(['type-file-password']);
  });
});

describe('a chain', () => {
  it('is shown in order and names who is missing', async () => {
    stage({ doctor: longChain });
    render(CertificatesScreen);
    expect(await screen.findAllByTestId('chain-link')).toHaveLength(12);
    expect(screen.getByTestId('missing-issuer').textContent).toContain('Example Corp Offline Root 2009');
  });

  it('shows the address before anything is fetched from it', async () => {
    stage({ doctor: longChain });
    render(CertificatesScreen);
    await screen.findByText('http://pki.example.com/offline-root-2009.cer');
    expect(wishes()).toEqual([{ kind: 'look' }]);
    await press('complete-from-address');
    expect(wishes().at(-1)).toEqual({ kind: 'completeFromAddress' });
  });
});

describe('the file for the appliance', () => {
  it('is made as chosen', async () => {
    stage({ doctor: oneGoodFile });
    render(CertificatesScreen);
    await press('make-file');
    await press('form-older');
    await press('password-typed');
    await press('make-file');
    expect(wishes().slice(1)).toEqual([
      { kind: 'make', form: 'modern', typed: false },
      { kind: 'make', form: 'older', typed: true },
    ]);
  });

  it('is offered only where the key is there', async () => {
    stage({ doctor: withoutKey });
    render(CertificatesScreen);
    await screen.findByTestId('chain');
    expect(screen.queryByTestId('make-file')).toBeNull();
    expect(screen.getByTestId('doctor-says').textContent).toContain('The private key is not among the files.');
  });

  it('says where it is, and its password is copied by the core', async () => {
    stage({ doctor: forParis });
    render(CertificatesScreen);
    expect((await screen.findByTestId('made-path')).textContent).toBe(forParis.made?.path);
    await press('copy-password');
    expect(wishes().at(-1)).toEqual({ kind: 'copyPassword' });
  });
});

describe('a rotation', () => {
  it('takes the certificate over for the site that was chosen', async () => {
    stage({ doctor: { ...forParis, handedOver: 't9' } });
    here.go({ at: 'certificates' });
    render(App);
    await screen.findByTestId('use-for-rotation');
    await press('use-for-rotation');
    await expect.poll(() => here.place).toEqual({ at: 'replace', id: 'paris' });
    await expect.poll(() => asked.find(({ command }) => command === 'inspectBundle')?.with).toEqual(['t9', 'paris']);
  });

  it('needs a site', async () => {
    stage({ doctor: oneGoodFile });
    render(CertificatesScreen);
    const use = await screen.findByTestId<HTMLButtonElement>('use-for-rotation');
    expect(use.disabled).toBe(true);
    await fireEvent.change(screen.getByTestId('meant-for'), { target: { value: 'paris' } });
    expect(wishes().at(-1)).toEqual({ kind: 'meantFor', site: 'paris' });
  });
});

describe('comparing', () => {
  it('puts the two that are chosen side by side, differences by word', async () => {
    stage({ doctor: forParis });
    render(CertificatesScreen);
    await press('compare');
    expect(wishes().at(-1)).toMatchObject({ kind: 'compare', other: 'site:paris' });
    const rows = screen.getAllByTestId('difference').filter((row) => row.dataset.what === 'aspect.names');
    expect(rows[0]?.textContent).toContain('Lost: paris.dr.example.');
    expect(rows[0]?.textContent).toContain('Differs');
  });

  it('is not offered for one certificate alone', async () => {
    stage({ doctor: nothingYet });
    render(CertificatesScreen);
    await screen.findByTestId('drop-zone');
    expect(screen.queryByTestId('compare')).toBeNull();
  });
});
