/** Every tour, by its name: one test each, so that they run side by side. */
import { tourAlone, tourMeeting, tourPromises, tourSafety, tourTogether } from './tours.ts';
import { tourEmpathy, tourQuestions, tourQuestionsAlone } from './tours-asking.ts';
import { tourBenefitOfTheDoubt } from './tours-benefit-of-the-doubt.ts';
import { tourAppreciation, tourBoundaries, tourBoundariesAlone } from './tours-boundaries.ts';
import { tourCounsellor, tourCounsellorAlone } from './tours-counsellor.ts';
import { tourConversation, tourGuidedAlone, tourGuidedPassed, tourSealedSteps } from './tours-guided.ts';
import { tourKeep } from './tours-keep.ts';
import { tourComeBack, tourLeaving } from './tours-leaving.ts';
import { tourLock } from './tours-lock.ts';
import { tourOpenings } from './tours-openings.ts';
import { tourOwnLife, tourOwnLifeAlone } from './tours-own-life.ts';
import { tourPath, tourPathOfTwo, tourPause, tourPauseAlone } from './tours-path.ts';
import { tourRebuilding } from './tours-rebuilding.ts';
import { tourCues, tourGoodNews, tourReachingOut, tourTurningTowardAlone } from './tours-skills.ts';
import { tourWeeklyMeeting } from './tours-weekly-meeting.ts';

export const tours = {
  alone: tourAlone,
  safety: tourSafety,
  keep: tourKeep,
  leaving: tourLeaving,
  'come-back': tourComeBack,
  lock: tourLock,
  meeting: tourMeeting,
  together: tourTogether,
  promises: tourPromises,
  cues: tourCues,
  'turning-toward-alone': tourTurningTowardAlone,
  'reaching-out': tourReachingOut,
  'good-news': tourGoodNews,
  empathy: tourEmpathy,
  'open-questions-alone': tourQuestionsAlone,
  'open-questions': tourQuestions,
  openings: tourOpenings,
  'own-life-alone': tourOwnLifeAlone,
  'own-life': tourOwnLife,
  'pause-alone': tourPauseAlone,
  pause: tourPause,
  rebuilding: tourRebuilding,
  path: tourPath,
  'path-of-two': tourPathOfTwo,
  'guided-alone': tourGuidedAlone,
  'guided-passed': tourGuidedPassed,
  conversation: tourConversation,
  'sealed-steps': tourSealedSteps,
  'boundaries-alone': tourBoundariesAlone,
  boundaries: tourBoundaries,
  appreciation: tourAppreciation,
  'benefit-of-the-doubt': tourBenefitOfTheDoubt,
  'counsellor-alone': tourCounsellorAlone,
  counsellor: tourCounsellor,
  'weekly-meeting': tourWeeklyMeeting,
};
