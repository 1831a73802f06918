-- SPDX-License-Identifier: GPL-3.0-or-later
-- A pledge as somebody would write it who does the server's statements by hand, one transaction each: for pgbench, beside pledges.lua.
\set random1 random(1, 9000000000000000000)
\set random2 random(1, 9000000000000000000)
BEGIN;
SELECT sequence + 1 AS next, encode(hash, 'hex') AS hash, decode(lpad(to_hex(:random1::bigint), 16, '0') || lpad(to_hex(:random2::bigint), 16, '0'), 'hex')::text AS id FROM log_head WHERE one = 1 FOR UPDATE \gset
SELECT r.body_hash, r.code, r.message, r.at, c.sequence FROM (SELECT :id::bytea AS id) asked LEFT JOIN rejections r ON r.command_id = asked.id LEFT JOIN command_log c ON c.id = asked.id;
SELECT encode(id, 'hex') AS project, author, title, summary, story, category, venue, currency, goal, starts_at, ends_at, time_zone, basis, model, platform_fee, provider_fee, donations_only, payee, payout_account, performance_id, stretch_goals, faq, budget, reason, version FROM projects WHERE label = 'bench' \gset
SELECT id, label, project_id, backer, state, payment, extra_donation, total, paid, refund_owed, refunded, placed_at, provider, provider_transaction, source, confirmed, version, payment_method FROM pledges WHERE id = :id::bytea;
SELECT value FROM rates WHERE name = 'minimum_pledge_krw' AND valid_from <= 1795168800000 ORDER BY valid_from DESC LIMIT 1;
SELECT c.name, c.email, b.number FROM (SELECT :id::bytea AS id) person LEFT JOIN contacts c ON c.owner = person.id LEFT JOIN backers b ON b.person_id = person.id;
SELECT coalesce(max(number), 0) + 1 AS backer FROM backers \gset
INSERT INTO contacts (owner, name, email) VALUES (:id::bytea, '', :id || '@e.org') ON CONFLICT (owner) DO UPDATE SET name = excluded.name, email = excluded.email;
INSERT INTO backers (number, person_id) VALUES (:backer, :id::bytea);
INSERT INTO backer_search (rowid, name, email) VALUES (:backer, '', :id || '@e.org');
INSERT INTO pledges (id, label, project_id, backer, state, payment, extra_donation, total, paid, refund_owed, refunded, placed_at, provider, provider_transaction, source, confirmed, version, payment_method) VALUES (:id::bytea, :id, decode(:project, 'hex'), :id::bytea, 'pending', 'unasked', 5000, 5000, 0, 0, 0, 1795168800000, 'transfer', '', '', 0, :next, '');
INSERT INTO effects (id, kind, state, project_id, pledge_id, order_id, provider, provider_transaction, amount, currency, attempts, due_at, note, payment_method, tender) VALUES (:id::bytea, 'charge', 'task', decode(:project, 'hex'), :id::bytea, NULL, 'transfer', '', 5000, 'KRW', 0, 1795168800000, '', '', 0);
INSERT INTO command_log (sequence, id, name, schema_version, arguments, base_version, actor, device, device_sequence, occurred_at, outcome, body_hash, salt, hash) VALUES (:next, :id::bytea, 'PlacePledge', 1, '{"backer_email":"' || :id || '@e.org","extra":5000,"project_id":"bench","provider":"transfer"}', NULL, 'admin', 'server', :next, 1795168800000, '{"pledge_id":"' || :id || '","state":"pending","total":5000}', sha256(:id::bytea), :id::bytea, sha256(decode(:hash, 'hex') || :id::bytea));
UPDATE log_head SET sequence = :next, hash = sha256(decode(:hash, 'hex') || :id::bytea) WHERE one = 1;
INSERT INTO feed (number, log_sequence, changes) SELECT coalesce(max(number), 0) + 1, :next, :id::bytea || :id::bytea || :id::bytea || :id::bytea || :id::bytea || :id::bytea FROM feed;
DELETE FROM feed WHERE number <= (SELECT max(number) FROM feed) - 20000;
SELECT name, sums FROM digests WHERE name IN ('contacts', 'backers', 'pledges', 'effects', 'command_log', 'log_head');
UPDATE digests SET sums = sums WHERE name = 'contacts';
UPDATE digests SET sums = sums WHERE name = 'backers';
UPDATE digests SET sums = sums WHERE name = 'pledges';
UPDATE digests SET sums = sums WHERE name = 'effects';
UPDATE digests SET sums = sums WHERE name = 'command_log';
UPDATE digests SET sums = sums WHERE name = 'log_head';
COMMIT;
