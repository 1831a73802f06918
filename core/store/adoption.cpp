// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/adoption.h"

#include "rowmapping.h"
#include "searchrows.h"
#include "statements.h"
#include "store/people.h"
#include "store/synctables.h"

namespace encore::store
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Status;

namespace
{

// What a house has beside what it shares with its desks: who may sign in, files, how far the webhook was told.
constexpr const char* ownTables[] = {"users", "blobs", "relays"};

QStringList columnsOf(Database& database, const char* table)
{
    QStringList names;
    Rows rows = database.run("SELECT name FROM pragma_table_info(?)", {QString::fromLatin1(table)});
    while (rows.next())
        names << rows.text(0);
    return names;
}

void copyRows(const char* table, Database& from, Database& to)
{
    const QStringList columns = columnsOf(from, table);
    const QString list = columns.join(QStringLiteral(", "));
    const char* insert = keptStatement(QByteArray("INSERT INTO ") + table + " (" + list.toLatin1() + ") VALUES (" + questionMarks(columns.size()) + ')');
    Rows rows = from.run(QString(QStringLiteral("SELECT ") + list + QStringLiteral(" FROM ") + QLatin1StringView(table)), {});
    while (rows.next()) {
        QVariantList values;
        for (int column = 0; column < int(columns.size()); ++column)
            values.append(rows.value(column));
        (void)to.runPrepared(insert, values);
    }
}

bool isHead(const SyncTable& table)
{
    return qstrcmp(table.name, "log_head") == 0; // other servers wait for its row, which therefore stays the same one
}

void clearHouse(Database& database)
{
    for (auto table = syncTables().rbegin(); table != syncTables().rend(); ++table) {
        if (!isHead(*table))
            database.execute(keptStatement(QByteArray("DELETE FROM ") + table->name));
    }
    for (const char* table : ownTables)
        database.execute(keptStatement(QByteArray("DELETE FROM ") + table));
    database.execute("DELETE FROM rejections");
}

void copyHead(Database& from, Database& to)
{
    Rows head = from.run("SELECT sequence, hash FROM log_head");
    if (head.next())
        to.execute("UPDATE log_head SET sequence = ?, hash = ?", {head.number(0), head.bytes(1)});
}

/// Who somebody is follows from their e-mail and the workspace: they have another id now, and stay signed in under it.
void keepAdmin(const UserRow& admin, UnitOfWork& work)
{
    Database& house = work.reader().database();
    PeopleWriter(work).put(admin.user);
    house.execute("INSERT OR IGNORE INTO contacts (owner, name, email) VALUES (?, ?, ?)",
                  {admin.user.id.bytes(), textNotNull(admin.userName), textNotNull(admin.email)});
    house.execute("UPDATE access_tokens SET person_id = ?", {admin.user.id.bytes()});
    house.execute("UPDATE refresh_tokens SET person_id = ?", {admin.user.id.bytes()});
}

} // namespace

Status copyInto(const QString& path, Reader& file)
{
    file.database().execute("VACUUM INTO ?", {path});
    return file.status();
}

bool isEmptyHouse(Reader& house)
{
    Rows rows = house.database().run("SELECT (SELECT count(*) FROM users), (SELECT count(*) FROM devices),"
                                     " (SELECT count(*) FROM command_log WHERE name NOT IN ('AddUser', 'EditUser', 'SetPassword'))");
    return rows.next() && rows.number(0) == 1 && rows.number(1) == 0 && rows.number(2) == 0;
}

Status takeOverHouse(Reader& file, UnitOfWork& work, domain::RandomSource& random)
{
    Database& house = work.reader().database();
    const std::vector<UserRow> admins = PeopleReader(work.reader()).users();
    if (admins.size() != 1)
        return error(ErrorCode::Refused, message("adopt.not_empty"));
    const auto workspace = file.workspace();
    if (!workspace)
        return file.status() ? error(ErrorCode::Refused, message("bundle.no_workspace")) : file.status();
    UserRow admin = admins.front();
    admin.user.id = domain::idForExternal<domain::PersonId>(workspace->id, admin.email.trimmed().toLower().left(domain::maxExternalIdLength));
    for (const UserRow& known : PeopleReader(file).users()) {
        if (known.user.label == admin.user.label || known.user.id == admin.user.id)
            return error(ErrorCode::Refused, message("adopt.same_person").with("email", admin.email));
    }
    house.execute("INSERT OR IGNORE INTO taking_back VALUES (1)"); // facts of a house that nobody has used yet may go
    work.catalogueChanges();
    clearHouse(house);
    for (const SyncTable& table : syncTables()) {
        if (!isHead(table))
            copyRows(table.name, file.database(), house);
    }
    for (const char* table : ownTables)
        copyRows(table, file.database(), house);
    copyHead(file.database(), house);
    house.execute("DELETE FROM taking_back");
    keepAdmin(admin, work);
    rebuildSearch(house);
    work.forgetSequences(0);
    work.catalogueChanges();
    work.setDeskValue(QStringLiteral("epoch"), QString::fromLatin1(random.bytes(16).toHex())); // another history than the empty one's
    if (const Status read = file.status(); !read)
        return read;
    return work.status();
}

void leaveToHouse(UnitOfWork& work)
{
    for (const char* table : {"DELETE FROM users", "DELETE FROM relays"})
        work.reader().database().execute(table);
    work.restartDeviceSequence(0);
}

} // namespace encore::store
