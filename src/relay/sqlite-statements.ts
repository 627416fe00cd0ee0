/** Every sentence of SQL that the store says while it runs. */
import type { DatabaseSync } from 'node:sqlite';

export type Statements = ReturnType<typeof prepareStatements>;

export function prepareStatements(database: DatabaseSync) {
  const prepare = (sql: string) => database.prepare(sql);
  const living = 'shelf.mailbox = ? AND shelf.position > ? AND (expiry_day = 0 OR expiry_day >= ?)';
  return {
    begin: prepare('BEGIN IMMEDIATE'),
    commit: prepare('COMMIT'),
    rollback: prepare('ROLLBACK'),

    store: prepare('SELECT incarnation, opens, indexed_end, log_floor, trusted_day, waiting_day FROM store'),
    setOpening: prepare('UPDATE store SET incarnation = ?, opens = ?'),
    setIndexedEnd: prepare('UPDATE store SET indexed_end = ?'),
    setSwept: prepare('UPDATE store SET trusted_day = ?, waiting_day = ?, log_floor = ?'),

    mailbox: prepare('SELECT id, head, bytes_0, bytes_1 FROM mailbox WHERE mailbox = ?'),
    addMailbox: prepare('INSERT INTO mailbox (mailbox, head, bytes_0, bytes_1) VALUES (?, 0, 0, 0)'),
    setMailbox: prepare('UPDATE mailbox SET head = ?, bytes_0 = ?, bytes_1 = ? WHERE id = ?'),

    newestRow: prepare('SELECT coalesce(max(id), 0) AS row FROM box'),
    addBox: prepare(
      'INSERT INTO box (id, mailbox, position, writer, expiry_day, box_id, box) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    boxOfRow: prepare('SELECT box FROM box WHERE id = ?'),
    tail: prepare(
      `SELECT box.id, position, writer, expiry_day, box_id, length(box) AS bytes, mailbox.mailbox AS name
       FROM box JOIN mailbox ON mailbox.id = box.mailbox WHERE box.id > ? ORDER BY box.id`,
    ),

    addPlace: prepare('INSERT INTO place (mailbox, box_id, position) VALUES (?, ?, ?)'),
    addShelf: prepare('INSERT INTO shelf (mailbox, position, box) VALUES (?, ?, ?)'),
    place: prepare('SELECT position FROM place WHERE mailbox = ? AND box_id = ?'),
    boxes: prepare(
      `SELECT box.position, box.box_id, box.box FROM shelf JOIN box ON box.id = shelf.box
       WHERE ${living} ORDER BY shelf.position LIMIT ?`,
    ),
    boxIds: prepare(
      `SELECT box.position, box.box_id FROM shelf JOIN box ON box.id = shelf.box
       WHERE ${living} ORDER BY shelf.position LIMIT ?`,
    ),

    expired: prepare(
      `SELECT box.id, position, writer, box_id, length(box) AS bytes, mailbox.mailbox AS name
       FROM box JOIN mailbox ON mailbox.id = box.mailbox
       WHERE expiry_day <> 0 AND expiry_day < ? ORDER BY expiry_day LIMIT ?`,
    ),
    removeBox: prepare('DELETE FROM box WHERE id = ?'),
    removePlace: prepare('DELETE FROM place WHERE mailbox = ? AND box_id = ?'),
    removeShelf: prepare('DELETE FROM shelf WHERE mailbox = ? AND position = ?'),
  };
}
