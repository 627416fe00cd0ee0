/**
 * What muscles of a face do, in the notation of the Facial Action Coding System (Ekman, Friesen & Hager 2002): the
 * number of an action unit and a letter for how far it has gone, from A (a trace) to E (as far as it goes), joined by
 * `+`. `L` or `R` before the number: on the person's own left or right side alone. "1B+4C+R14B" is a face whose inner
 * brows are a little raised, whose brows are drawn together, and one corner of whose mouth is pulled in. "0" is a face
 * at rest.
 *
 * The units describe movement and nothing else: no unit is a feeling.
 */
export const wholeUnits = [
  '1',
  '2',
  '4',
  '5',
  '6',
  '7',
  '9',
  '10',
  '12',
  '14',
  '15',
  '17',
  '20',
  '23',
  '24',
  '25',
  '26',
  '43',
] as const;
/** Those whose two sides may differ. */
export const sidedUnits = ['1', '2', '5', '6', '7', '10', '12', '14', '15', '43'] as const;

export type WholeUnit = (typeof wholeUnits)[number];
export type SidedUnit = (typeof sidedUnits)[number];
export type Side = 'L' | 'R';
export type ActionUnit = WholeUnit | `${Side}${SidedUnit}`;

/** How far each unit has gone, from 0 to 1; what is absent is at rest. */
export type Units = Readonly<Partial<Record<ActionUnit, number>>>;

export const actionUnits: readonly ActionUnit[] = [
  ...wholeUnits,
  ...sidedUnits.flatMap((unit) => [`L${unit}`, `R${unit}`] as const),
];

/** The five letters, evenly spread. The manual gives them no numbers: these are ours. */
const shareByLetter: Readonly<Record<string, number>> = { A: 0.2, B: 0.4, C: 0.6, D: 0.8, E: 1 };

/** Null when any part of it cannot be read, so that a slip in the content is found and not drawn. */
export function notationToUnits(notation: string): Units | null {
  const units: Partial<Record<ActionUnit, number>> = {};
  if (notation === '0') return units;
  for (const part of notation.split('+')) {
    const unit = actionUnits.find((known) => known === part.slice(0, -1));
    const share = shareByLetter[part.slice(-1)];
    if (unit === undefined || share === undefined || units[unit] !== undefined) return null;
    units[unit] = share;
  }
  return units;
}

/** How far a unit has gone on one side: what both sides do, or more of it there. Anything odd is at rest. */
export function unitOn(units: Units, side: Side, unit: SidedUnit): number {
  return Math.max(within01(units[unit]), within01(units[`${side}${unit}`]));
}

export const unitOf = (units: Units, unit: WholeUnit): number => within01(units[unit]);

/** The same face in a mirror. */
export function mirrored(units: Units): Units {
  const swapped: Partial<Record<ActionUnit, number>> = {};
  for (const unit of actionUnits) {
    const share = units[unit];
    if (share !== undefined) swapped[otherSide(unit)] = share;
  }
  return swapped;
}

function otherSide(unit: ActionUnit): ActionUnit {
  const other = unit.startsWith('L') ? `R${unit.slice(1)}` : unit.startsWith('R') ? `L${unit.slice(1)}` : unit;
  return actionUnits.find((known) => known === other) ?? unit;
}

/** NaN and what is absent are 0. */
const within01 = (share: number | undefined): number => (share === undefined || !(share > 0) ? 0 : Math.min(1, share));
