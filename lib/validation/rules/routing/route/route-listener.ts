import { listed } from '../../../../text/wording';
import { showResource } from '../../../../api-server/resource';
import type { Rule } from '../../../rule';
import { type Attachment, attachments, showListener } from './attachments';

export const ROUTE_LISTENER: Rule = {
  code: 'LLMD-ROUTE-LISTENER',
  severity: 'error',
  title: 'The sectionName and port of a parentRef are those of a listener',
  why: 'A route that names a listener which its Gateway does not have is not accepted (NoMatchingParent).',
  *check(set) {
    for (const attachment of set.view(attachments)) {
      if (attachment.failed !== 'listener') continue;
      const { route, parent, reference, listeners } = attachment;
      const have = listeners.length === 0 ? '' : `; it has ${listed(listeners.map(showListener))}`;
      yield {
        resource: route,
        path: [...reference.path.slice(0, -1), wrongField(attachment)],
        message: `${showResource(parent)} has no listener ${wanted(attachment)}${have}`,
        remedy: 'name a listener of the Gateway, or none for all of them',
      };
    }
  },
};

function wrongField({ ref, listeners }: Attachment): string {
  const { sectionName } = ref;
  const isPort = sectionName === undefined || listeners.some(({ name }) => name === sectionName);
  return isPort ? 'port' : 'sectionName';
}

function wanted({ ref: { sectionName, port } }: Attachment): string {
  return [sectionName, port === undefined ? undefined : `on port ${port}`].filter(Boolean).join(' ') || 'at all';
}
