/** Where nodes in a network of one's own have to get out to: categories as in the specification's example. */
export function outboundEndpoints(location: string): readonly object[] {
  const categories: Readonly<Record<string, readonly string[]>> = {
    'Azure Data Factory (Management)': [`${location}.frontend.clouddatahub.net`],
    'Azure Storage (Management)': ['*.blob.core.windows.net', '*.table.core.windows.net'],
    'Event Hub (Logging)': ['*.servicebus.windows.net'],
    'Microsoft Logging service (Internal Use)': [
      'gcs.prod.monitoring.core.windows.net',
      'prod.warmpath.msftcloudes.com',
      'azurewatsonanalysis-prod.core.windows.net',
    ],
  };
  return Object.entries(categories).map(([category, domains]) => ({
    category,
    endpoints: domains.map((domainName) => ({ domainName, endpointDetails: [{ port: 443 }] })),
  }));
}
