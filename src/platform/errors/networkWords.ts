import * as vscode from 'vscode';

/**
 * Words for a request that got no answer, by the code that Node or axios gives the failure. Undefined for codes that
 * have no words of their own.
 */
export function networkWords(code: string | undefined): { summary: string; advice: string } | undefined {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return {
        summary: vscode.l10n.t('The server’s name could not be found.'),
        advice: vscode.l10n.t('Check the network connection, and the “http.proxy” setting if there is a proxy.'),
      };
    case 'ECONNREFUSED':
      return {
        summary: vscode.l10n.t('The server refused the connection.'),
        advice: vscode.l10n.t('Check the network connection, and the “http.proxy” setting if there is a proxy.'),
      };
    case 'ECONNRESET':
    case 'EPIPE':
    case 'ERR_BAD_RESPONSE':
      return {
        summary: vscode.l10n.t('The connection was lost before the answer was complete.'),
        advice: vscode.l10n.t('Try again.'),
      };
    case 'ETIMEDOUT':
    case 'ECONNABORTED':
      return {
        summary: vscode.l10n.t('The server did not answer in time.'),
        advice: vscode.l10n.t('Try again, or check the network connection.'),
      };
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'CERT_HAS_EXPIRED':
      return {
        summary: vscode.l10n.t('The server’s certificate is not trusted.'),
        advice: vscode.l10n.t(
          'If your network inspects traffic, install its certificate authority in the operating system and keep “http.systemCertificates” on.',
        ),
      };
    default:
      return undefined;
  }
}
