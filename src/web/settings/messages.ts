/** Words for Settings, for erasing a device, and for what Attune is. */

export const settingsEn = {
  name: 'Name',
  nameHint: 'What your partner sees.',
  nameSave: 'Save',
  nameSaved: 'Saved',
  tone: 'Your colour on this device',
  tones: { dusk: 'Dusk', ember: 'Ember' },
  window: 'Time to keep back what you share',
  windowHint: 'What you share waits this long before it goes.',
  windows: { none: 'None', seconds: '10 s', minute: '1 min', long: '10 min' },
  theme: 'Appearance',
  themes: { system: 'Automatic', light: 'Light', dark: 'Evening' },
  language: 'Language',
  cover: 'Name and icon on this device',
  coverHint:
    'For the tab, the list of open apps, and the home screen if you install it from now on. An icon that is there already stays: take it away, then install again. The address and the browser’s history still show what this is, and so does the app itself, inside.',
  host: {
    title: 'Who serves this app',
    text: (host: string) =>
      `This copy comes from ${host}. The first time you open it, and each time the browser renews it, you trust whoever serves this page. If your partner runs that server and means you harm, this app cannot protect you from them.`,
    relay: (host: string) => `Whatever is exchanged goes through ${host}, in sealed boxes.`,
  },
  exit: {
    title: 'Leaving in a hurry',
    text: 'Press “Exit” in the upper corner, or the Shift key three times. The screen is empty at once, and “back” does not lead here. What you have saved stays saved; what you were just typing is gone. With the lock on, it is closed then.',
  },
  screen: {
    title: 'What no app can do',
    text: 'Attune cannot stop someone from taking a picture of the screen, or from reading it with your device unlocked in their hand. A passphrase can close it, under Me, Lock; use the lock of your device as well. When you leave it, it covers itself in the list of open apps.',
  },
  version: (version: string) => `Version ${version}`,
  export: 'Take my things with me',
  erase: 'Erase this device',

  eraseTitle: 'Erase everything on this device?',
  eraseWhat: [
    'All that was written here goes from this device, at once, and so do its keys.',
    'Your other devices keep theirs. What you shared stays with your partner: it cannot be unread.',
    'What the server may still keep are sealed boxes that it cannot open.',
  ],
  eraseWithPhrase: 'With your recovery phrase you can bring it back.',
  eraseWithout: 'You have no recovery phrase. Unless another device of yours holds it all, it cannot be brought back.',
  eraseSure: 'I understand that this cannot be undone here',
  eraseNow: 'Erase now',

  about: {
    title: 'About Attune',
    lead: 'A private place in which two people practise trust.',
    free: 'Free and open: no account, no adverts, no tracking, no price. Anyone may run it, read it and change it.',
    licence: 'Licence: GNU Affero General Public License, version 3 or later.',
    source: 'The source code of this copy',
    fonts: 'Typefaces: Newsreader and Figtree, SIL Open Font License 1.1.',
    fontsLicence: 'Read the licence',
    ideas:
      'The practices follow published research on attunement, trust and couples. All wording is our own. Not affiliated with The Gottman Institute.',
    limits:
      'Attune is for practice, not for treatment. It does not diagnose and cannot tell whether a relationship is safe. If you are afraid of your partner, an app is the wrong place to begin. Talk to someone trained to help, from a device that your partner does not reach.',
  },
};
