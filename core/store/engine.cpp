// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine.h"

#include "postgresqlengine.h"
#include "sqliteengine.h"
#include "statements.h"

namespace encore::store
{

std::unique_ptr<Engine> Engine::of(const QString& address)
{
    if (PostgresqlEngine::isAddress(address))
        return std::make_unique<PostgresqlEngine>(address);
    return std::make_unique<SqliteEngine>(address);
}

bool isSqlNull(const QVariant& value)
{
    if (value.typeId() == QMetaType::QString)
        return static_cast<const QString*>(value.constData())->isNull();
    if (value.typeId() == QMetaType::QByteArray)
        return static_cast<const QByteArray*>(value.constData())->isNull();
    return value.isNull();
}

std::vector<TableColumns> sharedColumns(Database& database)
{
    std::vector<TableColumns> tables;
    for (const SyncTable& table : syncTables()) {
        QList<QByteArray> names;
        Rows rows = database.runPrepared(keptStatement(QByteArray("SELECT name FROM pragma_table_info('") + table.name + "')"), {});
        while (rows.next())
            names.append(rows.bytes(0));
        TableColumns columns;
        columns.count = int(names.size());
        for (const char* key : table.keys) {
            if (key)
                columns.keys.push_back(int(names.indexOf(QByteArray(key))));
        }
        tables.push_back(std::move(columns));
    }
    return tables;
}

} // namespace encore::store
