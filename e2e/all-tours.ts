/** Every tour, by its name: one test each, so that they run side by side. */
import { tourAlone, tourMeeting, tourPromises, tourSafety, tourTogether } from './tours.ts';
import { tourEmpathy, tourQuestions, tourQuestionsAlone } from './tours-asking.ts';
import { tourConversation, tourGuidedAlone, tourGuidedPassed, tourSealedSteps } from './tours-guided.ts';
import { tourPath, tourPathOfTwo, tourPause, tourPauseAlone } from './tours-path.ts';
import { tourCues, tourGoodNews, tourReachingOut, tourTurningTowardAlone } from './tours-skills.ts';

/** Held to axe in every run. */
export const tours = {
  alone: tourAlone,
  safety: tourSafety,
  meeting: tourMeeting,
  together: tourTogether,
  promises: tourPromises,
  cues: tourCues,
  'turning-toward-alone': tourTurningTowardAlone,
  'reaching-out': tourReachingOut,
  empathy: tourEmpathy,
  pause: tourPause,
  path: tourPath,
  'path-of-two': tourPathOfTwo,
};

/** Pictures only, until each has gone through axe whole in one quiet run. */
export const toursForPictures = {
  ...tours,
  'good-news': tourGoodNews,
  'open-questions-alone': tourQuestionsAlone,
  'open-questions': tourQuestions,
  'pause-alone': tourPauseAlone,
  'guided-alone': tourGuidedAlone,
  'guided-passed': tourGuidedPassed,
  conversation: tourConversation,
  'sealed-steps': tourSealedSteps,
};
