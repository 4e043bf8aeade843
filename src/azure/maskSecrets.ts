const mask = '***';
/** Three base64url parts, the first one of a JSON object: what Microsoft Entra's tokens look like. */
const webToken = /\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)*/g;
/** Keys in connection strings and signatures in shared access URLs. */
const keyed = /\b(sig|AccountKey|SharedAccessKey|Password|pwd)(\s*=\s*)[^\s&;"']+/gi;

/**
 * Makes a text of a service fit to be shown and logged, should it repeat what it was sent.
 *
 * @param instead What stands in the place of a secret.
 */
export function maskSecrets(text: string, secrets: readonly string[] = [], instead = mask): string {
  let masked = text;
  for (const secret of secrets) if (secret !== '') masked = masked.replaceAll(secret, instead);
  return masked.replace(webToken, instead).replace(keyed, `$1$2${instead}`);
}
