/** Every tour, by its name: one test each, so that they run side by side. */
import { tourAlone, tourMeeting, tourPromises, tourSafety, tourTogether } from './tours.ts';
import { tourEmpathy, tourQuestions, tourQuestionsAlone } from './tours-asking.ts';
import { tourConversation, tourGuidedAlone, tourGuidedPassed, tourSealedSteps } from './tours-guided.ts';
import { tourKeep } from './tours-keep.ts';
import { tourPath, tourPathOfTwo, tourPause, tourPauseAlone } from './tours-path.ts';
import { tourCues, tourGoodNews, tourReachingOut, tourTurningTowardAlone } from './tours-skills.ts';

export const tours = {
  alone: tourAlone,
  safety: tourSafety,
  keep: tourKeep,
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
  'pause-alone': tourPauseAlone,
  pause: tourPause,
  path: tourPath,
  'path-of-two': tourPathOfTwo,
  'guided-alone': tourGuidedAlone,
  'guided-passed': tourGuidedPassed,
  conversation: tourConversation,
  'sealed-steps': tourSealedSteps,
};
