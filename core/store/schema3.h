// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace encore::store
{

// The box office: offers, sales, tenders, drawers, coupons, messages. A sale has the id of the order that the door knows.
inline constexpr const char* schema3[] = {
    "CREATE TABLE offers (id BLOB PRIMARY KEY, label TEXT NOT NULL UNIQUE, title TEXT NOT NULL, kind TEXT NOT NULL, price INTEGER NOT NULL,"
    " performance_id BLOB, product_id BLOB, variation_id BLOB, quantity_limit INTEGER, opens_at INTEGER, closes_at INTEGER,"
    " closed INTEGER NOT NULL, position INTEGER NOT NULL, sold INTEGER NOT NULL, version INTEGER NOT NULL, extra TEXT)",
    "CREATE INDEX offers_performance ON offers (performance_id, position)",

    "CREATE TABLE sales (number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, label TEXT NOT NULL UNIQUE, state TEXT NOT NULL, currency TEXT NOT NULL,"
    " coupon_id BLOB, buyer BLOB, pay_later INTEGER NOT NULL, placed_at INTEGER NOT NULL, due_at INTEGER, sold_by TEXT NOT NULL,"
    " reason TEXT NOT NULL, guest_list TEXT NOT NULL, request_hash BLOB NOT NULL, payable INTEGER NOT NULL, version INTEGER NOT NULL, extra TEXT)",
    "CREATE INDEX sales_placed ON sales (placed_at)",
    "CREATE INDEX sales_state ON sales (state, due_at)",
    "CREATE INDEX sales_coupon ON sales (coupon_id) WHERE coupon_id IS NOT NULL",
    "CREATE TABLE sale_lines (order_id BLOB NOT NULL, line INTEGER NOT NULL, offer_id BLOB NOT NULL, title TEXT NOT NULL, price INTEGER NOT NULL,"
    " discount INTEGER NOT NULL, vat INTEGER NOT NULL, ticket_id BLOB, state TEXT NOT NULL, PRIMARY KEY (order_id, line)) WITHOUT ROWID",
    "CREATE INDEX sale_lines_offer ON sale_lines (offer_id, order_id)",
    "CREATE TABLE tenders (order_id BLOB NOT NULL, tender INTEGER NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, provider TEXT NOT NULL,"
    " amount INTEGER NOT NULL, rounding INTEGER NOT NULL, given INTEGER NOT NULL, payment_method TEXT NOT NULL, provider_transaction TEXT NOT NULL, refund_owed INTEGER NOT NULL,"
    " refunded INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (order_id, tender)) WITHOUT ROWID",
    "CREATE TABLE sale_history (order_id BLOB NOT NULL, log_sequence INTEGER NOT NULL, PRIMARY KEY (order_id, log_sequence)) WITHOUT ROWID",
    "CREATE VIRTUAL TABLE sale_search USING fts5 (label, name, email, guest_list, prefix = '1 2 3', detail = 'none',"
    " tokenize = \"unicode61 remove_diacritics 2\")",

    // A drawer from when it is opened until it is counted; expected and difference are known from then on only.
    "CREATE TABLE drawer_days (number INTEGER PRIMARY KEY, drawer TEXT NOT NULL, day INTEGER NOT NULL, opened_at INTEGER NOT NULL,"
    " opened_by TEXT NOT NULL, opening_float INTEGER NOT NULL, closed_at INTEGER, closed_by TEXT NOT NULL, counted INTEGER, expected INTEGER,"
    " left_inside INTEGER)",
    "CREATE UNIQUE INDEX drawer_days_open ON drawer_days (drawer) WHERE closed_at IS NULL",

    "CREATE TABLE coupons (id BLOB PRIMARY KEY, label TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL, amount INTEGER NOT NULL,"
    " percent INTEGER NOT NULL, cap INTEGER, performance_id BLOB, project_id BLOB, opens_at INTEGER, closes_at INTEGER, minimum_spend INTEGER NOT NULL,"
    " quantity INTEGER NOT NULL, uses_per_person INTEGER NOT NULL, deleted INTEGER NOT NULL, claimed INTEGER NOT NULL, version INTEGER NOT NULL, extra TEXT)",
    "CREATE TABLE coupon_claims (coupon_id BLOB NOT NULL REFERENCES coupons, person_id BLOB NOT NULL, at INTEGER NOT NULL, used INTEGER NOT NULL,"
    " PRIMARY KEY (coupon_id, person_id)) WITHOUT ROWID",
    "CREATE INDEX coupon_claims_person ON coupon_claims (person_id)",

    // What waits to be sent to somebody. The address stands in contacts, under `recipient`.
    "CREATE TABLE messages (number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, kind TEXT NOT NULL, state TEXT NOT NULL, order_id BLOB,"
    " recipient BLOB NOT NULL, at INTEGER NOT NULL, note TEXT NOT NULL)",
    "CREATE INDEX messages_order ON messages (order_id)",

    // A mass refund by its plan, and how far it is carried out.
    "CREATE TABLE mass_refunds (performance_id BLOB NOT NULL, plan_hash BLOB NOT NULL, reason TEXT NOT NULL, decided_at INTEGER NOT NULL,"
    " orders INTEGER NOT NULL, amount INTEGER NOT NULL, steps INTEGER NOT NULL, steps_done INTEGER NOT NULL,"
    " PRIMARY KEY (performance_id, plan_hash)) WITHOUT ROWID",
    "CREATE TABLE mass_refund_lines (plan_hash BLOB NOT NULL, position INTEGER NOT NULL, order_id BLOB NOT NULL, lines TEXT NOT NULL,"
    " amount INTEGER NOT NULL, result TEXT NOT NULL, PRIMARY KEY (plan_hash, position)) WITHOUT ROWID",

    // How long an order waits for its payment, and when a business day begins.
    "INSERT INTO rates VALUES ('order_hold_ms', 0, 900000), ('pay_later_ms', 0, 86400000), ('pay_later_before_doors_ms', 0, 1800000),"
    " ('business_day_starts_ms', 0, 21600000)",

    "ALTER TABLE effects ADD COLUMN tender INTEGER",
    "CREATE INDEX effects_order ON effects (order_id) WHERE order_id IS NOT NULL",
};

} // namespace encore::store
