import { claimsHaveSources } from './claimsHaveSources.ts';
import { commandsAreFolded } from './commandsAreFolded.ts';
import { commandsDoNotCollide } from './commandsDoNotCollide.ts';
import { concernsAreWithinReach } from './concernsAreWithinReach.ts';
import type { ContentCheck } from './contentCheck.ts';
import { decisiveIsOnTheAgenda } from './decisiveIsOnTheAgenda.ts';
import { everyAgendaHasAnOpening } from './everyAgendaHasAnOpening.ts';
import { everyConcernCanBeHeard } from './everyConcernCanBeHeard.ts';
import { everyEndHasLastWords } from './everyEndHasLastWords.ts';
import { everyFactHasAnAnswer } from './everyFactHasAnAnswer.ts';
import { everyFactIsAskedFor } from './everyFactIsAskedFor.ts';
import { everyKindHasAReaction } from './everyKindHasAReaction.ts';
import { everyMessageKindIsAnswered } from './everyMessageKindIsAnswered.ts';
import { everyMoveHasAReaction } from './everyMoveHasAReaction.ts';
import { everyMoveHasAWeight } from './everyMoveHasAWeight.ts';
import { everyTopicHasQuestions } from './everyTopicHasQuestions.ts';
import { exampleLengthsAreBalanced } from './exampleLengthsAreBalanced.ts';
import { examplesAreEnough } from './examplesAreEnough.ts';
import { examplesDiffer } from './examplesDiffer.ts';
import { examplesFollowTheGuide } from './examplesFollowTheGuide.ts';
import { examplesGiveNothingAway } from './examplesGiveNothingAway.ts';
import { goldenTalksAreComplete } from './goldenTalksAreComplete.ts';
import { goodAndPoorAreBalanced } from './goodAndPoorAreBalanced.ts';
import { gradesMatchSources } from './gradesMatchSources.ts';
import { idIsFileName } from './idIsFileName.ts';
import { languagesDiffer } from './languagesDiffer.ts';
import { linesAreShort } from './linesAreShort.ts';
import { linesCanBeSaid } from './linesCanBeSaid.ts';
import { messagesMatch } from './messagesMatch.ts';
import { noTwoLinesAlike } from './noTwoLinesAlike.ts';
import { openingsVary } from './openingsVary.ts';
import { ownCasesCanBePlayed } from './ownCasesCanBePlayed.ts';
import { parentMessagesDiffer } from './parentMessagesDiffer.ts';
import { personaStaysAtFirst } from './personaStaysAtFirst.ts';
import { questionsDiffer } from './questionsDiffer.ts';
import { referencesExist } from './referencesExist.ts';
import { slotsAreKnown } from './slotsAreKnown.ts';
import { teacherTakesUpEveryConcern } from './teacherTakesUpEveryConcern.ts';
import { textsAreReadable } from './textsAreReadable.ts';
import { tipSentencesAreShort } from './tipSentencesAreShort.ts';
import { tipsCoverMoments } from './tipsCoverMoments.ts';
import { twinsExist } from './twinsExist.ts';
import { uniqueIds } from './uniqueIds.ts';

/** Without these, content cannot be put together at all; they run at every start. */
export const startChecks: readonly ContentCheck[] = [uniqueIds, idIsFileName, referencesExist];

/** All that `npm run content:check` looks at. */
export const allChecks: readonly ContentCheck[] = [
  ...startChecks,
  everyConcernCanBeHeard,
  everyFactHasAnAnswer,
  everyFactIsAskedFor,
  everyMoveHasAReaction,
  everyKindHasAReaction,
  everyAgendaHasAnOpening,
  everyEndHasLastWords,
  decisiveIsOnTheAgenda,
  personaStaysAtFirst,
  everyMoveHasAWeight,
  noTwoLinesAlike,
  linesAreShort,
  openingsVary,
  slotsAreKnown,
  tipsCoverMoments,
  tipSentencesAreShort,
  messagesMatch,
  commandsDoNotCollide,
  commandsAreFolded,
  concernsAreWithinReach,
  linesCanBeSaid,
  twinsExist,
  textsAreReadable,
  goodAndPoorAreBalanced,
  gradesMatchSources,
  languagesDiffer,
  goldenTalksAreComplete,
  teacherTakesUpEveryConcern,
  examplesDiffer,
  examplesGiveNothingAway,
  exampleLengthsAreBalanced,
  examplesAreEnough,
  examplesFollowTheGuide,
  everyTopicHasQuestions,
  questionsDiffer,
  claimsHaveSources,
  ownCasesCanBePlayed,
  everyMessageKindIsAnswered,
  parentMessagesDiffer,
];
