import { createHash } from 'node:crypto';
import { route, type Route } from '../../http/routes.ts';
import { ServiceError } from '../../http/serviceError.ts';
import { permitted } from '../accessControl/rights.ts';
import { artifactVersions } from '../apiVersions.ts';
import type { Context } from '../context.ts';
import { objectBody, stringMember } from '../requestBody.ts';

/**
 * The exchange of a code of GitHub's for a token: specification `gitintegration.json`. GitHub is not asked, the token opens
 * nothing: it is made of the code, so that the same code gives the same one.
 */
export function gitHubTokenRoutes(context: Context): Route[] {
  return [
    route({
      service: 'workspace',
      apiVersions: artifactVersions,
      operationId: 'WorkspaceGitRepoManagement_getGitHubAccessToken',
      method: 'POST',
      path: '/getGitHubAccessToken',
      handle: (call) => {
        permitted(call, context, 'read');
        const body = objectBody(call.request);
        const [clientId, code, baseUrl] = ['gitHubClientId', 'gitHubAccessCode', 'gitHubAccessTokenBaseUrl'].map(
          (name) => {
            const value = stringMember(body, name);
            if (!value) throw new ServiceError(400, 'BadRequest', `'${name}' is required.`, { flat: true });
            return value;
          },
        );
        if (!/^https:\/\//i.test(baseUrl ?? '')) {
          const text = "'gitHubAccessTokenBaseUrl' must be an https address.";
          throw new ServiceError(400, 'BadRequest', text, { flat: true });
        }
        const token = createHash('sha256')
          .update(`${clientId ?? ''}\u0000${code ?? ''}`)
          .digest('hex')
          .slice(0, 36);
        return { status: 200, body: { gitHubAccessToken: `emulator_${token}` } };
      },
    }),
  ];
}
