import { asArtifact } from '../../resources/endings.ts';
import type { ResourceGroup } from '../../resources/group.ts';
import { matching } from '../../resources/names.ts';
import { atEndpoint } from '../../resources/parents.ts';
import type { Workspace } from '../../store/model.ts';
import { libraryDialect } from '../artifacts/artifactDialects.ts';

/** A workspace package: a wheel, a jar, an R package. Up to 100 characters: specification `library.json`. */
export const libraries: ResourceGroup<Workspace> = {
  parent: atEndpoint({ read: 'read', write: 'libraries/write', delete: 'libraries/delete' }),
  path: 'libraries',
  parameter: 'libraryName',
  names: matching(/^[^/\\\p{Cc}]{1,100}$/u, 'must have 1 to 100 characters, none of them a slash.'),
  dialect: libraryDialect,
  initial: (workspace) => workspace.artifacts('libraries'),
  list: { id: 'Library_List' },
  get: { id: 'Library_Get' },
  remove: { id: 'Library_Delete', ends: asArtifact('LibraryArtifact', 'libraryOperationResults', { gone: 'told' }) },
};
