/** VS Code's two providers of Microsoft accounts. Asking for the other one than the cloud's hangs for seconds and then fails. */
export type ProviderId = 'microsoft' | 'microsoft-sovereign-cloud';

export function isProviderId(id: string): id is ProviderId {
  return id === 'microsoft' || id === 'microsoft-sovereign-cloud';
}
