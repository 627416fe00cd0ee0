/** The few icons of the house, drawn on 24 x 24 with a line of 1.7. Shapes of feelings are filled. */

export const iconPaths = {
  today: 'M4 11l8-7 8 7v8a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1z',
  practices: 'M5 6.500h14M5 12h14M5 17.500h8',
  us: 'M3 8c5 0 5 5 9 5s5-3 9-3M3 16c5 0 5-3 9-3',
  me: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 20.500c.8-4 3.700-6 7.500-6s6.700 2 7.500 6',
  'check-in':
    'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM12 3.500v3M12 17.500v3M3.500 12h3M17.500 12h3M13.500 10.500h.01',
  field: 'M12 3v18M3 12h18M6.500 6.500h.01M17.500 7h.01M7 17h.01M17 16.500h.01',
  noticing:
    'M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  cues: 'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM9 10v.01M15 10v.01M9 15h6',
  promises: 'M8 12l3 3 5-6M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17z',
  'reaching-out':
    'M8 12.500V6a1.500 1.500 0 0 1 3 0v5M11 11V4.500a1.500 1.500 0 0 1 3 0V11M14 11V6a1.500 1.500 0 0 1 3 0v8a6.500 6.500 0 0 1-6.500 6.500c-2.800 0-4.300-1.300-5.700-3.800L3.500 14.200a1.500 1.500 0 0 1 2.600-1.500l1.900 2.300v-3',
  'good-news':
    'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.500v2.500M12 19v2.500M2.500 12H5M19 12h2.500M5.300 5.300L7 7M17 17l1.700 1.700M5.300 18.700L7 17M17 7l1.700-1.700',
  talk: 'M4 5h11a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H9l-4 3v-3H4zM20 9v8a2 2 0 0 1-1 1.700V21l-3-2h-4',
  empathy:
    'M7.500 10a4.700 4.700 0 1 1 9.400 0c0 3.200-2.700 3.600-3.200 6.400a2.900 2.900 0 0 1-5.500 1M10.200 10.200a2 2 0 1 1 4 0c0 1.600-1.600 1.700-1.600 3.300',
  question: 'M4 5h16v11h-8l-4.500 4v-4H4zM10.100 9a1.900 1.900 0 1 1 2.700 1.700c-.5.2-.8.5-.8 1.100M12 13.700h.01',
  programme:
    'M6 20.500c0-4 12-3.500 12-8S6 9 6 4.500M6 4.500h.01M12.500 8.700h.01M18 12.500h.01M9.500 16.800h.01M6 20.500h.01',
  pause: 'M9 6v12M15 6v12',
  bell: 'M4.500 17.500L6.500 15v-4a5.500 5.500 0 0 1 11 0v4l2 2.500zM10 20a2.200 2.200 0 0 0 4 0M12 5.500V3.500',
  close: 'M6 6l12 12M18 6L6 18',
  back: 'M14.500 5.500L8 12l6.500 6.500',
  forward: 'M9.500 5.500L16 12l-6.500 6.500',
  down: 'M5.500 9.500L12 16l6.500-6.500',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  plus: 'M12 5v14M5 12h14',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  later: 'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM12 7.500V12l3 2',
  sealed: 'M4 6.500h16v11.500H4zM4 7l8 6.500L20 7',
  ours: 'M9 16a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM15 18a5 5 0 1 0 0-10 5 5 0 0 0 0 10z',
  phone: 'M7.500 3h9v18h-9zM11 18h2',
  laptop: 'M5 5h14v10H5zM3 19h18',
  paper: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  settings:
    'M4 7h9M17 7h3M15 9.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM4 17h3M11 17h9M9 19.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  server: 'M4 4.500h16v6H4zM4 13.500h16v6H4zM7.500 7.500h.01M7.500 16.500h.01',
  link: 'M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.700-5.700L12 7M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 5.700 5.700L12 17',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  share: 'M12 15V3.500M8 7l4-4 4 4M6 11H5v10h14V11h-1',
  calendar: 'M4 6h16v14H4zM4 10.500h16M8.500 3.500v4M15.500 3.500v4',
  info: 'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM12 11v5M12 8h.01',
  offline:
    'M4 4l16 16M7 17.500a4 4 0 0 1-.5-8A5.500 5.500 0 0 1 8.500 7M11.500 6a5.500 5.500 0 0 1 5.800 4.600 3.500 3.500 0 0 1 2.200 5.400',
  edit: 'M4 20l1-4L16.500 4.500l3 3L8 19z',
  undo: 'M8 5L4 9l4 4M4 9h10a5.500 5.500 0 0 1 0 11H9',
  send: 'M4 12l16-7.500-5 15.500-3.500-6z',
  care: 'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM12 15.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM6 6l3.500 3.500M18 6l-3.500 3.500M6 18l3.500-3.500M18 18l-3.500-3.500',
  backup: 'M12 4v11M8 11.500l4 4 4-4M5 19.500h14',
  restore: 'M4 12a8 8 0 1 1 2.500 5.800M4 19v-4.500h4.500',
} as const;

export type IconName = keyof typeof iconPaths;

/** Icons that point along the line of reading, so they turn in right-to-left. */
export const turningIcons: ReadonlySet<IconName> = new Set<IconName>([
  'back',
  'forward',
  'undo',
  'send',
  'practices',
  'talk',
]);

/** Each kind of feeling has a shape besides its colour and its word. */
export const shapePaths = {
  star: 'M12 1l2.700 5.200L20 3.800l-1.600 5.600L24 12l-5.600 2.600L20 20.200l-5.300-2.400L12 23l-2.700-5.200L4 20.200l1.600-5.600L0 12l5.600-2.600L4 3.800l5.300 2.400z',
  blob: 'M12 1c2 0 2.600 2.400 4.300 3.100S20.200 4 21.400 5.400s.1 3.400.8 5.100S24 13 23.500 14.800s-2.600 2.200-3.600 3.600-.9 3.600-2.600 4.300-3.300-.9-5.300-.9-3.600 1.600-5.300.9-1.600-2.900-2.600-4.300S1 16.600.5 14.800s1.100-3 1.800-4.700-.4-3.300.8-4.700 3.300-.5 5-1.300S10 1 12 1z',
  drop: 'M12 1.500c3 4.500 7.500 8 7.500 13a7.500 7.500 0 0 1-15 0c0-5 4.500-8.500 7.500-13z',
  circle: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z',
} as const;

export type ShapeName = keyof typeof shapePaths;

/** The four quarters of the field of pleasantness and energy; each name is also a CSS class that sets the colour. */
export type Quarter = 'stirred' | 'lit' | 'weighed' | 'ease';

export const quarterShapes: Readonly<Record<Quarter, ShapeName>> = {
  stirred: 'star',
  lit: 'blob',
  weighed: 'drop',
  ease: 'circle',
};
