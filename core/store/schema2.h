// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace encore::store
{

// Campaigns and the ledger. Amounts are minor units; small lists that nobody searches lie in one column as JSON.
inline constexpr const char* schema2[] = {
    // Numbers of DOMAIN.md, from when they hold.
    "CREATE TABLE rates (name TEXT NOT NULL, valid_from INTEGER NOT NULL, value INTEGER NOT NULL, PRIMARY KEY (name, valid_from))"
    " WITHOUT ROWID",
    "INSERT INTO rates VALUES ('platform_fee', 0, 500), ('provider_fee', 0, 300), ('minimum_pledge_krw', 0, 1000),"
    " ('charge_days', 0, 7)",

    "CREATE TABLE projects (id BLOB PRIMARY KEY, label TEXT NOT NULL UNIQUE, state TEXT NOT NULL, author TEXT NOT NULL, title TEXT NOT NULL,"
    " summary TEXT NOT NULL, story TEXT NOT NULL, category TEXT NOT NULL, venue TEXT NOT NULL, currency TEXT NOT NULL,"
    " goal INTEGER NOT NULL, starts_at INTEGER, ends_at INTEGER, time_zone TEXT NOT NULL, basis TEXT NOT NULL, model TEXT NOT NULL,"
    " platform_fee INTEGER NOT NULL, provider_fee INTEGER NOT NULL, donations_only INTEGER NOT NULL, payee BLOB,"
    " payout_account TEXT NOT NULL, performance_id BLOB, stretch_goals TEXT NOT NULL, faq TEXT NOT NULL, budget TEXT NOT NULL,"
    " reason TEXT NOT NULL, version INTEGER NOT NULL, extra TEXT)",
    "CREATE INDEX projects_due ON projects (state, starts_at, ends_at)",
    // Derived from pledges in the transaction that changes them; `audit verify` proves it.
    "CREATE TABLE project_totals (project_id BLOB PRIMARY KEY, raised INTEGER NOT NULL, pledges INTEGER NOT NULL,"
    " backers INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE project_backers (project_id BLOB NOT NULL, person_id BLOB NOT NULL, pledges INTEGER NOT NULL,"
    " PRIMARY KEY (project_id, person_id)) WITHOUT ROWID",
    // What each day (Julian day in the project's zone) added to the sum and to the number of pledges.
    "CREATE TABLE project_days (project_id BLOB NOT NULL, day INTEGER NOT NULL, raised INTEGER NOT NULL, pledges INTEGER NOT NULL,"
    " PRIMARY KEY (project_id, day)) WITHOUT ROWID",
    "CREATE TABLE project_updates (id BLOB PRIMARY KEY, project_id BLOB NOT NULL REFERENCES projects, at INTEGER NOT NULL,"
    " title TEXT NOT NULL, text TEXT NOT NULL, backers_only INTEGER NOT NULL)",
    "CREATE INDEX project_updates_project ON project_updates (project_id, at)",
    "CREATE TABLE project_history (project_id BLOB NOT NULL, log_sequence INTEGER NOT NULL, PRIMARY KEY (project_id, log_sequence))"
    " WITHOUT ROWID",

    "CREATE TABLE rewards (id BLOB PRIMARY KEY, label TEXT NOT NULL UNIQUE, project_id BLOB NOT NULL REFERENCES projects,"
    " title TEXT NOT NULL, description TEXT NOT NULL, price INTEGER NOT NULL, quantity_limit INTEGER, per_backer INTEGER, opens_at INTEGER,"
    " closes_at INTEGER, items TEXT NOT NULL, delivered_by INTEGER, needs_address INTEGER NOT NULL, add_on INTEGER NOT NULL,"
    " closed INTEGER NOT NULL, position INTEGER NOT NULL, taken INTEGER NOT NULL, ever_chosen INTEGER NOT NULL,"
    " version INTEGER NOT NULL, extra TEXT)",
    "CREATE INDEX rewards_project ON rewards (project_id, position)",

    "CREATE TABLE pledges (id BLOB PRIMARY KEY, label TEXT NOT NULL UNIQUE, project_id BLOB NOT NULL REFERENCES projects,"
    " backer BLOB NOT NULL, state TEXT NOT NULL, payment TEXT NOT NULL, extra_donation INTEGER NOT NULL, total INTEGER NOT NULL,"
    " paid INTEGER NOT NULL, refund_owed INTEGER NOT NULL, refunded INTEGER NOT NULL, placed_at INTEGER NOT NULL, provider TEXT NOT NULL,"
    " payment_method TEXT NOT NULL, provider_transaction TEXT NOT NULL, source TEXT NOT NULL, confirmed INTEGER NOT NULL, version INTEGER NOT NULL, extra TEXT)",
    "CREATE INDEX pledges_project ON pledges (project_id, placed_at)",
    "CREATE INDEX pledges_state ON pledges (project_id, state, placed_at)",
    "CREATE INDEX pledges_backer ON pledges (backer, project_id)",
    "CREATE TABLE pledge_lines (pledge_id BLOB NOT NULL, line INTEGER NOT NULL, reward_id BLOB NOT NULL, quantity INTEGER NOT NULL,"
    " unit_price INTEGER NOT NULL, PRIMARY KEY (pledge_id, line)) WITHOUT ROWID",

    "CREATE INDEX pledge_lines_reward ON pledge_lines (reward_id)",

    // Names of backers live in contacts and in this index only, so that a person can be erased.
    "CREATE TABLE backers (number INTEGER PRIMARY KEY, person_id BLOB NOT NULL UNIQUE)",
    "CREATE VIRTUAL TABLE backer_search USING fts5 (name, email, prefix = '1 2 3', detail = 'none',"
    " tokenize = \"unicode61 remove_diacritics 2\")",

    // What has to happen outside of every transaction: a worker asks the provider, and a command brings back the answer.
    "CREATE TABLE effects (id BLOB PRIMARY KEY, kind TEXT NOT NULL, state TEXT NOT NULL, project_id BLOB, pledge_id BLOB, order_id BLOB,"
    " provider TEXT NOT NULL, payment_method TEXT NOT NULL, provider_transaction TEXT NOT NULL, amount INTEGER NOT NULL, currency TEXT NOT NULL,"
    " attempts INTEGER NOT NULL, due_at INTEGER NOT NULL, note TEXT NOT NULL)",
    "CREATE INDEX effects_due ON effects (state, due_at)",
    "CREATE INDEX effects_pledge ON effects (pledge_id) WHERE pledge_id IS NOT NULL",

    // The plan by which a campaign is closed, and how far it is carried out.
    "CREATE TABLE closings (project_id BLOB PRIMARY KEY REFERENCES projects, plan_hash BLOB NOT NULL, outcome TEXT NOT NULL,"
    " decided_at INTEGER NOT NULL, raised INTEGER NOT NULL, platform_supply INTEGER NOT NULL, platform_vat INTEGER NOT NULL,"
    " provider_supply INTEGER NOT NULL, provider_vat INTEGER NOT NULL, steps INTEGER NOT NULL, steps_done INTEGER NOT NULL,"
    " last_pledge BLOB)",
    "CREATE TABLE closing_lines (project_id BLOB NOT NULL, pledge_id BLOB NOT NULL, action TEXT NOT NULL,"
    " amount INTEGER NOT NULL, platform_supply INTEGER NOT NULL, platform_vat INTEGER NOT NULL, provider_supply INTEGER NOT NULL,"
    " provider_vat INTEGER NOT NULL, PRIMARY KEY (project_id, pledge_id)) WITHOUT ROWID",

    "CREATE TABLE accounts (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, scope TEXT NOT NULL, currency TEXT NOT NULL,"
    " balance INTEGER NOT NULL, UNIQUE (kind, scope, currency))",
    "CREATE TABLE ledger_entries (sequence INTEGER PRIMARY KEY, kind TEXT NOT NULL, at INTEGER NOT NULL, command_id BLOB NOT NULL,"
    " project_id BLOB, pledge_id BLOB, order_id BLOB, reverses INTEGER, provider_transaction TEXT, note TEXT)",
    "CREATE INDEX ledger_entries_pledge ON ledger_entries (pledge_id) WHERE pledge_id IS NOT NULL",
    "CREATE TABLE postings (entry INTEGER NOT NULL REFERENCES ledger_entries, line INTEGER NOT NULL, account INTEGER NOT NULL"
    " REFERENCES accounts, amount INTEGER NOT NULL, PRIMARY KEY (entry, line)) WITHOUT ROWID",
    "CREATE TRIGGER ledger_entries_stay BEFORE UPDATE ON ledger_entries BEGIN SELECT RAISE(ABORT, 'ledger_entries are append-only'); END",
    "CREATE TRIGGER ledger_entries_keep BEFORE DELETE ON ledger_entries BEGIN SELECT RAISE(ABORT, 'ledger_entries are append-only'); END",
    "CREATE TRIGGER postings_stay BEFORE UPDATE ON postings BEGIN SELECT RAISE(ABORT, 'postings are append-only'); END",
    "CREATE TRIGGER postings_keep BEFORE DELETE ON postings BEGIN SELECT RAISE(ABORT, 'postings are append-only'); END",
};

} // namespace encore::store
