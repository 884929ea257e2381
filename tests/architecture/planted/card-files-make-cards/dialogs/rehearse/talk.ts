import { TextBlock } from '@microsoft/teams.cards';

export const line = new TextBlock('Hallo');
