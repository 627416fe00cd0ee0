/** Help, for when an app is not enough. English; other languages lie beside it. */
export const en = {
  title: 'Help',
  lead: 'This page is shown to everybody, and the same for everybody. Opening it leaves nothing in your history, on this device or with the server, and nobody is told.',
  now: {
    title: 'If somebody may hurt you now',
    text: 'Go to where other people are, if you can, and call the emergency number.',
    number: (country: string, number: string) => `${country}: ${number}.`,
    other: 'In the European Union, and in many other countries, it is 112. Those of other countries stand below.',
  },
  notThis: {
    title: 'When practising is not the answer',
    lead: 'Attune is for two people who are safe with each other. It is not for this:',
    signs: [
      'You are afraid of what happens when you say no.',
      'You are hit, pushed, threatened, or made to do things that you do not want.',
      'Somebody decides whom you may see, what you may spend, or what is on your phone.',
      'It stops for a while, you are told that it is over, and it comes back.',
    ],
    text: 'If one of these is so, then more patience, more openness or better words from you will not mend it, and it is not yours to mend. You need not be sure, and it need not be “bad enough”, to talk to somebody outside.',
  },
  lines: {
    title: 'Somebody to talk to',
    lead: 'Most of these lines cost nothing, and you need not give your name.',
    kinds: { violence: 'violence or control', crisis: 'when you cannot bear it any more' },
    emergency: (number: string) => `Emergency number: ${number}`,
    more: 'Other countries',
    none: (name: string, site: string) =>
      `No line for your country here? ${name} (${site}) keeps a list of the whole world. A doctor, a midwife or a hospital can help too, and so can a friend whom your partner does not speak for.`,
    gathered: (day: string) =>
      `Gathered on ${day} from what the organisations publish under these names. Numbers change, and we have not called them. If one does not work, take the emergency number or a doctor.`,
  },
  seen: {
    title: 'If your phone may be looked at',
    text: 'A call stays in the list of calls, and a website in the history of the browser. Use the phone of somebody else, or delete both afterwards. “Exit” in the corner, or three presses of Shift, make this screen empty at once.',
  },
  two: {
    title: 'Help for the two of you',
    text: 'A couple counsellor or therapist can do what no app can. Ask for someone who is trained in work with couples, registered with a professional body, and whom both of you would go back to after a first talk. Family doctors, churches and family advice centres know who is near.',
    alone:
      'If you are afraid of the other one, go alone first, and say so there. Sessions for two can then make it worse.',
  },
};
