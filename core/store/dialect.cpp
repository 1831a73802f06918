// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialect.h"

#include <QRegularExpression>

namespace encore::store
{

namespace
{

struct Rule {
    QRegularExpression form;
    QString becomes;
};

Rule rule(const char* form, const char* becomes)
{
    return {QRegularExpression(QString::fromLatin1(form)), QString::fromLatin1(becomes)};
}

QString replaced(QString sql, const std::vector<Rule>& rules)
{
    for (const Rule& rule : rules)
        sql.replace(rule.form, rule.becomes);
    return sql;
}

/// ? becomes $1, $2 and so on, but in texts it stays.
QString numbered(const QString& sql)
{
    QString text;
    text.reserve(sql.size() + 16);
    int number = 0;
    bool inside = false;
    for (const QChar c : sql) {
        if (c == u'\'')
            inside = !inside;
        if (c == u'?' && !inside)
            text += u'$' + QString::number(++number);
        else
            text += c;
    }
    return text;
}

/// An index for words in PostgreSQL is a table that has them folded; trigrams make it quick where they are installed.
QString searchTable(const QRegularExpressionMatch& match)
{
    const QString name = match.captured(1);
    QStringList columns;
    QStringList words;
    for (const QString& part : match.captured(2).split(u',')) {
        const QString column = part.trimmed();
        if (column.contains(u'=')) // how SQLite is to index them
            break;
        columns << QString(column + QStringLiteral(" TEXT COLLATE \"C\""));
        words << QStringLiteral("coalesce(%1, '')").arg(column);
    }
    return QStringLiteral("CREATE TABLE %1 (rowid BIGINT, %2, words TEXT COLLATE \"C\" GENERATED ALWAYS AS (search_words(%3)) STORED);"
                          " CREATE INDEX %1_rowid ON %1 (rowid);"
                          " SELECT search_index('%1')")
        .arg(name, columns.join(QStringLiteral(", ")), words.join(QStringLiteral(" || ' ' || ")));
}

/// RAISE belongs into a function there; a row that may stay is handed on.
QString trigger(const QRegularExpressionMatch& match)
{
    const QString name = match.captured(1);
    const QString operation = match.captured(2);
    const QString when = match.captured(4).isEmpty() ? QStringLiteral("true") : match.captured(4);
    return QStringLiteral("CREATE FUNCTION %1() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF %2 THEN RAISE EXCEPTION '%3'; END IF;"
                          " RETURN %4; END $$; CREATE TRIGGER %1 BEFORE %5 ON %6 FOR EACH ROW EXECUTE FUNCTION %1()")
        .arg(name, when, match.captured(5), operation == u"DELETE" ? QStringLiteral("OLD") : QStringLiteral("NEW"), operation, match.captured(3));
}

QString definitionText(const QString& sql)
{
    static const QRegularExpression virtualTable(QStringLiteral("^CREATE VIRTUAL TABLE (\\w+) USING fts5 \\((.*)\\)$"));
    static const QRegularExpression createTrigger(
        QStringLiteral("^CREATE TRIGGER (\\w+) BEFORE (UPDATE|DELETE) ON (\\w+)(?: WHEN (.*))? BEGIN SELECT RAISE\\(ABORT, '(.*)'\\); END$"));
    if (const auto match = virtualTable.match(sql); match.hasMatch())
        return searchTable(match);
    if (const auto match = createTrigger.match(sql); match.hasMatch())
        return trigger(match);
    static const std::vector<Rule> rules = {
        rule("^DROP TRIGGER (\\w+)$", "DROP FUNCTION \\1() CASCADE"),
        rule(" WITHOUT ROWID$", ""),
        rule("\\bBLOB\\b", "BYTEA"),
        rule("\\bINTEGER\\b", "BIGINT"),
        rule("\\bTEXT\\b", "TEXT COLLATE \"C\""), // in the order of bytes, as in SQLite
        rule("\\bINDEX temp\\.", "INDEX "), // it lies where its table lies
        rule("\\bmain\\.", ""),
        rule("\\btemp\\.", "pg_temp."),
    };
    return replaced(sql, rules);
}

} // namespace

bool isPostgresqlPreparable(const QString& sql)
{
    static const QRegularExpression preparable(QStringLiteral("^(SELECT|INSERT|UPDATE|DELETE|WITH)\\b"));
    return preparable.match(sql).hasMatch();
}

QString postgresqlText(const QString& sql)
{
    if (sql.startsWith(QStringLiteral("CREATE FUNCTION "))) // PostgreSQL's own
        return sql;
    if (sql.startsWith(QStringLiteral("CREATE ")) || sql.startsWith(QStringLiteral("ALTER ")) || sql.startsWith(QStringLiteral("DROP ")))
        return definitionText(sql);
    if (!isPostgresqlPreparable(sql))
        return sql;
    static const std::vector<Rule> rules = {
        rule("\\btemp\\.sqlite_master\\b", "(SELECT relname AS name FROM pg_class WHERE relnamespace = pg_my_temp_schema()) temporary"),
        rule("\\bmain\\.", ""),
        rule("\\btemp\\.", "pg_temp."),
        rule("\\bAS BLOB\\)", "AS BYTEA)"),
        rule("\\bx'([0-9a-f]*)'", "'\\x\\1'"), // bytes
        rule("\\bCROSS JOIN\\b", "JOIN"), // which fixes SQLite's order of tables
        rule("\\bgroup_concat\\(", "string_agg("),
        rule("\\bLIMIT (\\$\\d+)", "LIMIT nullif(CAST(\\1 AS BIGINT), -1)"),
        rule("(\\w+\\.)?\\w+_search MATCH (\\$\\d+)", "\\1words LIKE (search_patterns(\\2))[1] AND \\1words LIKE ALL (search_patterns(\\2))"),
        rule("\\bt\\.rowid\\b", "search_row(t.id)"),
    };
    QString text = replaced(numbered(sql), rules);
    if (!sql.contains(QStringLiteral("_search"))) { // whose rowid is a column
        static const QRegularExpression rowid(QStringLiteral("\\browid\\b"));
        text.replace(rowid, QStringLiteral("ctid"));
    }
    static const QRegularExpression orIgnore(QStringLiteral("^INSERT OR IGNORE INTO "));
    if (orIgnore.match(text).hasMatch())
        text = text.replace(orIgnore, QStringLiteral("INSERT INTO ")) + QStringLiteral(" ON CONFLICT DO NOTHING");
    return text;
}

QStringList postgresqlFunctions()
{
    return {
        QStringLiteral("CREATE FUNCTION zeroblob(size BIGINT) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$ SELECT decode(repeat('00', size::int), 'hex') $$"),
        QStringLiteral("CREATE FUNCTION pragma_table_info(relation text) RETURNS TABLE (name text, type text) LANGUAGE sql STABLE AS $$"
                       " SELECT attname::text, CASE atttypid WHEN 'bytea'::regtype THEN 'BLOB' WHEN 'bigint'::regtype THEN 'INTEGER' ELSE 'TEXT' END"
                       " FROM pg_attribute WHERE attrelid = to_regclass(relation) AND attnum > 0 AND NOT attisdropped ORDER BY attnum $$"),
        // Words as SQLite's unicode61 folds them: small, without accents, a blank between them and around them.
        QStringLiteral("CREATE FUNCTION search_words(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT ' ' ||"
                       " btrim(regexp_replace(lower(normalize(regexp_replace(normalize(words, NFD), '[\\u0300-\\u036f]+', '', 'g'), NFC)"
                       " COLLATE \"und-x-icu\"), '[^[:alnum:]]+', ' ', 'g')) || ' ' $$"),
        // "jo" * "kim" * as patterns of which each has to be found; none: nothing is.
        QStringLiteral("CREATE FUNCTION search_patterns(terms text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT coalesce("
                       "array_agg('%' || rtrim(search_words(found[1])) || '%'), ARRAY['']) FROM regexp_matches(terms, '\"([^\"]+)\"', 'g') found $$"),
        // What stands for SQLite's number of a ticket's row: half of its id, which is random. Two of the same would only be found together.
        QStringLiteral("CREATE FUNCTION search_row(id bytea) RETURNS BIGINT LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$"
                       " SELECT ('x' || encode(substring(id from 9 for 8), 'hex'))::bit(64)::bigint $$"),
        QStringLiteral("CREATE FUNCTION search_index(name text) RETURNS void LANGUAGE plpgsql AS $$ DECLARE place text; BEGIN"
                       " BEGIN CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public; EXCEPTION WHEN OTHERS THEN NULL; END;"
                       " SELECT nspname INTO place FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE extname = 'pg_trgm';"
                       " IF place IS NOT NULL THEN EXECUTE format('CREATE INDEX %I ON %I USING gin (words %I.gin_trgm_ops)', name || '_words', name, place);"
                       " END IF; END $$"),
        // Tells the connection that changed a row which one, and what it was and is, while the statement runs.
        QStringLiteral("CREATE FUNCTION tell_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                       " IF TG_OP = 'INSERT' THEN"
                       " RAISE INFO USING ERRCODE = '01E01', MESSAGE = TG_TABLE_NAME, HINT = encode(record_send(NEW), 'hex');"
                       " ELSIF TG_OP = 'DELETE' THEN"
                       " RAISE INFO USING ERRCODE = '01E01', MESSAGE = TG_TABLE_NAME, DETAIL = encode(record_send(OLD), 'hex');"
                       " ELSE"
                       " RAISE INFO USING ERRCODE = '01E01', MESSAGE = TG_TABLE_NAME, DETAIL = encode(record_send(OLD), 'hex'), HINT = encode(record_send(NEW), 'hex');"
                       " END IF; RETURN NULL; END $$"),
        QStringLiteral("CREATE FUNCTION tell_feed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_notify('encore_feed', ''); RETURN NULL; END $$"),
    };
}

} // namespace encore::store
