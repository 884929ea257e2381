/** What a teacher might say, one after another; the talk begins anew when it has ended. */
export const SENTENCES = [
  'Wat naar om dat van een andere moeder te moeten horen.',
  'Ik hoor dat u boos bent omdat wij u niets verteld hebben, en dat begrijp ik goed.',
  'Wat merkt u thuis aan Sam in de ochtend?',
  'U kent hem het langst, u ziet dingen die wij hier niet zien.',
  'Morgen in de kring let ik zelf op de bouwhoek en ik bel u om half vier.',
  'Wat zou u thuis kunnen doen om hem te helpen?',
  'Ach, kleuters ruziën nu eenmaal.',
  'Wat verwacht u van ons de komende week?',
] as const;

export const BEGIN = 'oefenen left-out-in-the-block-corner';
