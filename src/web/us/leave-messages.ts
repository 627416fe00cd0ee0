/** Words for being quiet, for leaving, and for what stays after it. */

export const leaveEn = {
  row: 'Quiet, or leave',
  rowNote: 'Alone and at once, without a word to anybody',
  back: (name: string) => `Bring ${name} back`,
  backNote: 'When all of their devices are lost',
  title: 'Quiet, or leave',
  lead: 'Both are yours to choose. You need no yes and no reason, and nobody is told.',

  quiet: {
    title: 'Quiet for a while',
    what: (name: string) =>
      `This device sends nothing and fetches nothing until you end it. What you share meanwhile waits here. For ${name} it looks as if your device were off.`,
    begin: 'Be quiet',
    end: 'End the quiet',
    is: 'This device is quiet: it sends nothing and fetches nothing.',
    endAlone: 'Let it speak to my other devices',
    isAlone: 'This device speaks to no server. Inviting someone, or answering an invitation, ends that.',
  },

  leave: {
    title: 'Leave',
    now: 'At once',
    nowLines: (name: string) => [
      `You and ${name} are no longer connected here. The keys to what you share go from this device.`,
      `Nothing tells ${name}: no message, no mark. It looks as if your device were off.`,
    ],
    stays: 'What stays with you',
    staysLines: [
      'What you wrote for yourself stays where it is.',
      'What was shared until now stays as a copy under Me, for you alone, to read or to delete.',
    ],
    never: 'What nobody can take back',
    neverLines: (name: string) => [
      `What ${name} has read stays read, and what was shared stays on their devices, too.`,
      `Whoever runs the server could see from where this device connected until now. If that is ${name}, think of where you are.`,
    ],
    first: 'If you are afraid of what may follow, plan it first with someone trained to help.',
    help: 'When you need help',
    export: 'Take my things with me',
    go: 'Leave',
  },

  sure: {
    title: 'Leave now?',
    text: (name: string) => `This cannot be undone. To share with ${name} again, you would both begin anew.`,
    devices: 'My other devices',
    silent: {
      label: 'This device falls silent',
      hint: 'It speaks to no server any more. Leave on your other devices, too: until then they stay connected.',
    },
    tell: {
      label: 'My other devices leave, too',
      hint: 'They hear of it by way of the server, sealed for them alone. Yours go on together.',
    },
    now: 'Leave now',
    stay: 'Stay',
    notSaved: 'There was no room on this device to save it, so nothing has changed. Free some space, then try again.',
  },

  left: 'This place is yours alone now',
  leftLead: 'Nobody was told. What you wrote is yours, and every practice works alone.',
  goOn: 'Go on',
  kept: {
    title: (name: string) => `Shared with ${name}`,
    until: (day: string) => `until ${day}`,
    listTitle: 'From before',
    lead: 'A copy, on this device only. Nobody is told that you read it.',
    more: 'Show more',
    nothing: 'There is nothing here any more.',
    save: 'Save as a page',
    delete: 'Delete this copy',
    sureTitle: 'Delete this copy?',
    sure: 'The words go from this device. This cannot be undone. What you wrote for yourself stays.',
    deleteNow: 'Delete it now',
    keep: 'Keep it',
  },
};
