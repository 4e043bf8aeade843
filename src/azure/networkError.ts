/** What went wrong below HTTP, in words; platform/ adds advice by `code`. */
export function networkMessage(code: string, host: string): string {
  const known = messages[code];
  if (known !== undefined) return known.replace('%', host);
  if (certificateCode.test(code)) return `The certificate of ${host} is not trusted (${code}).`;
  return `${host} could not be reached (${code}).`;
}

/** The `code` of an error that a proxy's demand for credentials (HTTP 407) becomes. */
export const proxyAuthenticationRequired = 'ProxyAuthenticationRequired';

const certificateCode = /CERT|SIGNATURE|_CA\b|ERR_TLS|CRL|ERR_SSL/;

const messages: Readonly<Record<string, string>> = {
  ENOTFOUND: 'The name % was not found.',
  EAI_AGAIN: 'The name % could not be looked up at the moment.',
  ECONNREFUSED: 'Nothing answers at % (connection refused).',
  ECONNRESET: 'The connection to % was lost before the answer was complete.',
  EPIPE: 'The connection to % was lost while the request was sent.',
  ETIMEDOUT: '% did not answer in time.',
  EHOSTUNREACH: 'There is no way to % from this network.',
  ENETUNREACH: 'There is no network to reach % through.',
  CERT_HAS_EXPIRED: 'The certificate of % has expired.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate that was shown is not one of %.',
  [proxyAuthenticationRequired]: 'The proxy on the way to % wants to know who you are (HTTP 407).',
};
