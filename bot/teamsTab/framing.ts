/**
 * Hosts that show a tab: Teams on the web and desktop, its newer address, and Microsoft 365 and Outlook.
 * Browsers that know `frame-ancestors` take no notice of `X-Frame-Options` beside it.
 * Source: Prerequisites for creating your tab, Content security policy headers (Microsoft Teams developer documentation).
 */
export const TEAMS_HOSTS = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
].join(' ');
