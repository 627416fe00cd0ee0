/** A practice that uses every word of the pack format: for the tests of the engine and of the reader. */
export const everyStep = `format: 1
pack: every-step
language: en
name: Every step
by: Noor, counsellor
licence: CC-BY-4.0
practices:
  - key: whole
    skill: understand
    name: Everything once
    line: One tells, the other listens, and both look for a way.
    minutes: [5, 15]
    people: two
    level: small
    why: It uses every word of the format.
    evidence:
      strength: studies
      words: Something was shown, and this was not.
      sources:
        - { authors: Somebody, year: 2020, title: A study, seen: abstract }
    leaves: What both wrote, for both to read.
    turns: 2
    willing: true
    steps:
      - { id: sit, who: either, title: Sit down, say: Face each other., breath: true, seconds: 30, bell: true }
      - { id: breathe, who: either, title: Breathe once }
      - id: topic
        who: either
        title: What is it about?
        asks:
          - { id: what, label: It is about }
      - id: views
        who: both
        title: Your own view
        sealed: true
        asks:
          - { id: view, label: I see it like this, long: true }
      - id: alone
        who: both
        title: A word for yourself
        keeps: mine
        asks:
          - { id: note, label: For me, optional: true }
      - id: wish
        part: turn
        who: speaker
        title: What would you like?
        meanwhile: The other one chooses.
        asks:
          - id: wish
            kind: choice
            label: I would like you to
            options:
              - { id: listen, label: just listen }
              - { id: think, label: think with me }
      - { id: tell, part: turn, who: speaker, title: Tell it, quiet: true, seconds: 300 }
      - id: sum
        part: turn
        who: listener
        title: Say what you heard
        asks:
          - { id: heard, label: I heard, optional: true }
      - id: understood
        part: turn
        who: speaker
        title: Is that it?
        shows: [sum]
        understood: { yes: "Yes, that is it", almost: Almost, back: sum }
      - id: way
        part: closing
        who: both
        title: How shall it go on?
        fixing: true
        differ: differently
        asks:
          - id: way
            kind: choice
            label: I would like
            options:
              - { id: try, label: to try something, goes: until }
              - { id: leave, label: to leave it at that, goes: end }
      - id: differently
        part: closing
        who: either
        title: Two answers are fine
        open-word: Go on
      - id: until
        part: closing
        who: either
        opens: either
        title: Until when?
        asks:
          - { id: day, kind: date, label: Until }
        promise: true
      - id: later
        part: closing
        who: either
        title: And then?
        asks:
          - id: then
            kind: choice
            label: Then
            options:
              - { id: thank, label: we thank each other, goes: thanks }
              - { id: breath, label: we take a breath }
              - { id: stop, label: we stop here, goes: end }
      - { id: exhale, part: closing, who: either, title: One breath more }
      - { id: thanks, part: closing, who: both, title: Thank each other, two-only: true }
`;
