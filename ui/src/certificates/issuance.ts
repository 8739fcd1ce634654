// Who signed a certificate, in the words of the product's own documents.
import type { CertificateCard } from '../ipc/generated/CertificateCard';

export const issuanceWords: Record<CertificateCard['issuance'], string> = {
  public: 'public CA',
  private: 'private CA',
  selfSigned: 'self-signed',
  unknown: 'CA not known',
};
