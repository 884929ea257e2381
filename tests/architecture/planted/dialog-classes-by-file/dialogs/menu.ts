import { Dialog } from 'botbuilder-dialogs';
export const menu = Dialog;
