/** Microsoft Entra's own error code in a text, such as `AADSTS65001`. */
export function entraCode(text: string): string | undefined {
  return /\bAADSTS\d{4,7}\b/u.exec(text)?.[0];
}

/**
 * Codes that say: this client may not ask for this audience in this tenant. No sign-in helps then, but another client
 * or another kind of credential does.
 */
const clientRefusals = new Set(['AADSTS65001', 'AADSTS65002', 'AADSTS500011', 'AADSTS700016', 'AADSTS50105']);

export function isClientRefused(text: string): boolean {
  const code = entraCode(text);
  return code !== undefined && clientRefusals.has(code);
}
