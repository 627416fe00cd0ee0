/** English words of the screens of the respect reflection. Questions and small steps are content. */
import type { RespectRefusal } from '#core';

const refusals: { readonly [key in RespectRefusal]: string } = {
  'respect.refusal.not-there': 'This is no longer on this device. The list shows what is.',
  'respect.refusal.no-words': 'A few words to one of the questions are enough.',
  'respect.refusal.words-too-long': 'That is a little long for here. Shorter is fine.',
};

export const en = {
  refusals,
  place: 'How I spoke of you',
  make: {
    title: 'How did you speak of the other one?',
    lead: 'To friends, family, at work. Answer what speaks to you. Only you can read it, and nothing can share it.',
    otherwise: 'One thing to do otherwise, if you like',
    steps: 'Small things to begin with',
    save: 'Keep it for me',
    notThisWeek: 'Not this week',
    noOffers: 'Stop offering this',
    quietNote: 'Either is fine. You can begin again whenever you like.',
  },
  list: {
    title: 'How I spoke of you',
    lead: 'For you alone. Once you have done it, it is offered about once a week.',
    start: 'Look back on the week',
    emptyTitle: 'Nothing here yet',
    empty: 'What you write will live here. Only you can read it.',
    otherwise: 'To do otherwise',
    edit: 'Put it differently',
    delete: 'Delete',
    deleteTitle: 'Delete this?',
    deleteText: 'Your devices no longer show it.',
    keep: 'Keep it',
  },
};
