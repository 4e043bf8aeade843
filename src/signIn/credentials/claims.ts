/**
 * The claims that a `WWW-Authenticate` header asks for, as the JSON text that identity libraries take. The header
 * holds them base64-encoded, possibly in one of several challenges.
 * @returns undefined when there are none, or none that can be read
 */
export function claimsIn(wwwAuthenticate: string): string | undefined {
  const encoded = /\bclaims\s*=\s*"?([A-Za-z0-9+/_=-]+)"?/iu.exec(wwwAuthenticate)?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  try {
    JSON.parse(text);
    return text;
  } catch {
    return undefined;
  }
}
