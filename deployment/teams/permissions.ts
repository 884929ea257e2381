import type { TeamsManifestV1D25 } from '@microsoft/app-manifest';
import type { OptionalPart } from './appManifest.ts';

/** Something that the package asks of the organisation, and what for, in words for who decides about it. */
export interface AskedPermission {
  readonly name: TeamsManifestV1D25.Permission;
  readonly reason: string;
}

const TO_REMIND: AskedPermission = {
  name: 'messageTeamMembers',
  reason:
    'to remind teachers, in their own chat, of what they promised; only those who have the app, until they say stop',
};

const TO_SIGN_IN: AskedPermission = {
  name: 'identity',
  reason: 'to show teachers their own rehearsals in the tab and nobody else’s; names and addresses are not read',
};

/**
 * Everything asked for. It reads no chats, files, calendars or lists of people: there are no Graph permissions, no
 * resource-specific consent, no device permissions.
 */
export function permissionsFor(parts: readonly OptionalPart[]): readonly AskedPermission[] {
  return parts.includes('tab') ? [TO_REMIND, TO_SIGN_IN] : [TO_REMIND];
}
