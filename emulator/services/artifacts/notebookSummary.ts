import { JsonText } from '../../http/jsonText.ts';
import { membersOf } from '../../json/jsonMembers.ts';
import type { GroupAction } from '../../resources/group.ts';
import { bodyOf, collectionOf } from '../../resources/shapes.ts';
import type { ResourceGroup } from '../../resources/group.ts';
import type { Workspace } from '../../store/model.ts';
import { pageSizeOf } from '../context.ts';
import { pageOfSize } from '../resourceManager/paging.ts';
import { jsonOf } from './artifactProperties.ts';

/** The list of notebooks without what is in them. Nobody recorded it; its specification requires `cells`. */
export function notebookSummary(notebooks: () => ResourceGroup<Workspace>): GroupAction<Workspace> {
  return {
    id: 'Notebook_GetNotebookSummaryByWorkSpace',
    method: 'GET',
    path: 'notebooksSummary',
    asked: 'read',
    answer: (place) => {
      const group = notebooks();
      const { context, call } = place;
      return pageOfSize(
        call,
        pageSizeOf(context, group.dialect.pageSize),
        collectionOf(context, group, place),
        (resource) => {
          const { properties } = resource.members;
          const text = properties instanceof JsonText ? properties.text : JSON.stringify(properties);
          const summary = membersOf(text).set('cells', '[]');
          const sessionProperties = summary.get('sessionProperties');
          if (sessionProperties?.startsWith('{')) {
            const members = membersOf(sessionProperties);
            // Only whole notebooks were recorded to have these.
            for (const name of ['conf', 'runAsWorkspaceSystemIdentity']) members.delete(name);
            summary.set('sessionProperties', jsonOf(members).text);
          }
          return bodyOf(group, { place, resource: { ...resource, members: { properties: jsonOf(summary) } } });
        },
      );
    },
  };
}
