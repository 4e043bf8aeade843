/** Also in `activationEvents` of package.json, so that VS Code can restore an editor before anything else has begun. */
export const scriptScheme = 'synapse-sql';
