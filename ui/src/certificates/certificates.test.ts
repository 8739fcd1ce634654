import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { certificate, newOfParis, oldOfParis } from '../../preview/views/certificates';
import CertificateFacts from './CertificateFacts.svelte';
import VerdictMark from './VerdictMark.svelte';

describe('a certificate', () => {
  it('shows its thumbprint whole or not at all', async () => {
    render(CertificateFacts, { title: 'In use', certificate: oldOfParis });
    expect(screen.queryByTestId('thumbprint')).toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: /Show the thumbprint/ }));
    const groups = [...screen.getByTestId('thumbprint').querySelectorAll('.group')].map((group) => group.textContent);
    expect(groups).toEqual(oldOfParis.groups);
  });

  it('sets in bold what differs from the one beside it', () => {
    const { container } = render(CertificateFacts, { title: 'New', certificate: newOfParis, beside: oldOfParis });
    const bold = [...container.querySelectorAll('dd .strong')].map((fact) => fact.textContent);
    expect(bold).toContain('paris.dr.example');
    expect(bold).toContain('RSA 3072');
    expect(bold).not.toContain(newOfParis.issuer);
  });

  it('names what the new one leaves out', () => {
    render(CertificateFacts, { title: 'New', certificate: oldOfParis, beside: newOfParis });
    expect(screen.getByText('without paris.dr.example')).toBeTruthy();
  });

  it('shows some of very many names, and all on request', async () => {
    const names = Array.from({ length: 100 }, (_, n) => `tenant-${n}.example`);
    render(CertificateFacts, { title: 'New', certificate: certificate('many', { names }) });
    expect(screen.queryByText('tenant-99.example')).toBeNull();
    await fireEvent.click(screen.getByText('and 92 more'));
    expect(screen.getByText('tenant-99.example')).toBeTruthy();
  });
});

describe('a verdict', () => {
  it.each([
    ['same', 'Same'],
    ['different', 'Different'],
    ['old', 'Old certificate'],
    ['unknown', 'Could not check'],
  ] as const)('of %s is a word', (verdict, word) => {
    const { container } = render(VerdictMark, { verdict });
    expect(container.textContent?.trim()).toBe(word);
  });
});
