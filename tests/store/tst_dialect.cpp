// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialect.h"

#include <QTest>

using namespace encore::store;

/// What SQLite and PostgreSQL do not share is translated word by word; that PostgreSQL takes it is shown by the tests that run on it.
class tst_Dialect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void translates_data();
    void translates();
    void knowsWhatIsPrepared();
};

void tst_Dialect::translates_data()
{
    QTest::addColumn<QString>("sqlite");
    QTest::addColumn<QString>("postgresql");
    const auto row = [](const char* name, const char* sqlite, const char* postgresql) {
        QTest::newRow(name) << QString::fromUtf8(sqlite) << QString::fromUtf8(postgresql);
    };
    row("nothing to do", "SELECT a FROM b ORDER BY c", "SELECT a FROM b ORDER BY c");
    row("parameters", "SELECT ? WHERE a = ? AND b <> 'why? '' ?' AND c = ?", "SELECT $1 WHERE a = $2 AND b <> 'why? '' ?' AND c = $3");
    row("or ignore", "INSERT OR IGNORE INTO a (b) VALUES (?)", "INSERT INTO a (b) VALUES ($1) ON CONFLICT DO NOTHING");
    row("no limit", "SELECT a FROM b LIMIT ? OFFSET ?", "SELECT a FROM b LIMIT nullif(CAST($1 AS BIGINT), -1) OFFSET $2");
    row("a fixed limit", "SELECT a FROM b LIMIT 1", "SELECT a FROM b LIMIT 1");
    row("a cast", "SELECT a FROM b WHERE CAST(? AS BLOB) IS NULL", "SELECT a FROM b WHERE CAST($1 AS BYTEA) IS NULL");
    row("bytes", "SELECT a FROM b WHERE c = x'00ff'", "SELECT a FROM b WHERE c = '\\x00ff'");
    row("an aggregate", "SELECT group_concat(a, ', ') FROM b", "SELECT string_agg(a, ', ') FROM b");
    row("an order of joins", "SELECT a FROM b CROSS JOIN c ON c.d = b.d", "SELECT a FROM b JOIN c ON c.d = b.d");
    row("places", "INSERT INTO main.a SELECT * FROM temp.staged_a WHERE true", "INSERT INTO a SELECT * FROM pg_temp.staged_a WHERE true");
    row("search", "SELECT rowid FROM x_search WHERE x_search MATCH ?",
        "SELECT rowid FROM x_search WHERE words LIKE (search_patterns($1))[1] AND words LIKE ALL (search_patterns($1))");
    row("search by another name", "SELECT s.rowid FROM x_search s WHERE a = ? AND s.x_search MATCH ?",
        "SELECT s.rowid FROM x_search s WHERE a = $1 AND s.words LIKE (search_patterns($2))[1] AND s.words LIKE ALL (search_patterns($2))");
    row("a ticket's row", "SELECT t.rowid FROM tickets t, ticket_search", "SELECT search_row(t.id) FROM tickets t, ticket_search");
    row("the order in which rows came", "SELECT a FROM b ORDER BY rowid", "SELECT a FROM b ORDER BY ctid");
    row("a table", "CREATE TABLE a (id BLOB PRIMARY KEY, n INTEGER NOT NULL, t TEXT) WITHOUT ROWID",
        "CREATE TABLE a (id BYTEA PRIMARY KEY, n BIGINT NOT NULL, t TEXT COLLATE \"C\")");
    row("a column", "ALTER TABLE a ADD COLUMN b INTEGER NOT NULL DEFAULT 0", "ALTER TABLE a ADD COLUMN b BIGINT NOT NULL DEFAULT 0");
    row("an index of a temporary table", "CREATE UNIQUE INDEX temp.a_id ON a (id)", "CREATE UNIQUE INDEX a_id ON a (id)");
    row("a table of words", "CREATE VIRTUAL TABLE a USING fts5 (b, c, prefix = '1 2 3', detail = 'none')",
        "CREATE TABLE a (rowid BIGINT, b TEXT COLLATE \"C\", c TEXT COLLATE \"C\", words TEXT COLLATE \"C\" GENERATED ALWAYS AS"
        " (search_words(coalesce(b, '') || ' ' || coalesce(c, ''))) STORED); CREATE INDEX a_rowid ON a (rowid); SELECT search_index('a')");
    row("a trigger", "CREATE TRIGGER a_stays BEFORE UPDATE ON a WHEN NOT EXISTS (SELECT 1 FROM b) BEGIN SELECT RAISE(ABORT, 'a stays'); END",
        "CREATE FUNCTION a_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM b) THEN RAISE EXCEPTION 'a stays';"
        " END IF; RETURN NEW; END $$; CREATE TRIGGER a_stays BEFORE UPDATE ON a FOR EACH ROW EXECUTE FUNCTION a_stays()");
    row("a trigger that always fires", "CREATE TRIGGER a_keeps BEFORE DELETE ON a BEGIN SELECT RAISE(ABORT, 'a keeps'); END",
        "CREATE FUNCTION a_keeps() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF true THEN RAISE EXCEPTION 'a keeps';"
        " END IF; RETURN OLD; END $$; CREATE TRIGGER a_keeps BEFORE DELETE ON a FOR EACH ROW EXECUTE FUNCTION a_keeps()");
    row("PostgreSQL's own", "CREATE FUNCTION a() RETURNS text LANGUAGE sql AS $$ SELECT 'BLOB' $$", "CREATE FUNCTION a() RETURNS text LANGUAGE sql AS $$ SELECT 'BLOB' $$");
    row("a trigger's end", "DROP TRIGGER a_stays", "DROP FUNCTION a_stays() CASCADE");
}

void tst_Dialect::translates()
{
    QFETCH(QString, sqlite);
    QFETCH(QString, postgresql);
    QCOMPARE(postgresqlText(sqlite), postgresql);
}

void tst_Dialect::knowsWhatIsPrepared()
{
    for (const char* sql : {"SELECT 1", "INSERT INTO a VALUES (1)", "UPDATE a SET b = 1", "DELETE FROM a", "WITH a AS (SELECT 1) SELECT * FROM a"})
        QVERIFY2(isPostgresqlPreparable(QString::fromLatin1(sql)), sql);
    for (const char* sql : {"BEGIN", "COMMIT", "ROLLBACK TO attempt", "SAVEPOINT attempt", "CREATE TABLE a (b INTEGER)", "LISTEN encore_feed"})
        QVERIFY2(!isPostgresqlPreparable(QString::fromLatin1(sql)), sql);
}

QTEST_APPLESS_MAIN(tst_Dialect)
#include "tst_dialect.moc"
