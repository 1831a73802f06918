// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/deskrows.h"

#include "changecapture.h"
#include "engine.h"
#include "rowmapping.h"
#include "rowpack.h"
#include "searchrows.h"
#include "statements.h"
#include "store/hearsay.h"

#include <QSet>


namespace encore::store
{

namespace
{

#define ENCORE_BACKER_SEARCH                                                                                                               \
    "INSERT INTO backer_search (rowid, name, email) SELECT b.number, coalesce(c.name, ''), coalesce(c.email, '') FROM backers b"           \
    " LEFT JOIN contacts c ON c.owner = b.person_id"
#define ENCORE_SALE_SEARCH                                                                                                                 \
    "INSERT INTO sale_search (rowid, label, name, email, guest_list) SELECT s.number, s.label, coalesce(c.name, ''), coalesce(c.email, ''),"  \
    " s.guest_list FROM sales s LEFT JOIN contacts c ON c.owner = s.id"

struct ImageOf {
    RowKey row;
    QVariant before; ///< packed row; null: there was none
};

/// Oldest first.
std::vector<ImageOf> imagesIn(const QByteArray& beforeImages)
{
    const QVariantList flat = unpackValues(beforeImages); // table, key, row before; one behind the other
    std::vector<ImageOf> images;
    for (qsizetype i = 0; i + 2 < flat.size(); i += 3) {
        const QByteArray name = flat.at(i).toString().toLatin1();
        if (const int table = syncTableIndex({name.constData(), size_t(name.size())}); table >= 0)
            images.push_back({{table, flat.at(i + 1).toByteArray()}, flat.at(i + 2)});
    }
    return images;
}

/// Of before-images only those of rows that were not there.
QByteArray withoutRows(const QByteArray& beforeImages)
{
    const QVariantList flat = unpackValues(beforeImages);
    QByteArray packed;
    for (qsizetype i = 0; i + 2 < flat.size(); i += 3) {
        if (!flat.at(i + 2).isNull())
            continue;
        for (qsizetype part = i; part < i + 3; ++part)
            packValue(packed, flat.at(part));
    }
    return packed;
}

} // namespace

DeskRows::DeskRows(UnitOfWork& work) : m_work(work), m_database(work.reader().database()), m_feed(work.reader()), m_puts(syncTables().size()) { }

DeskRows::~DeskRows()
{
    if (m_cleared)
        m_database.execute("PRAGMA cache_size = -65536"); // as Database opens it
}

void DeskRows::begin()
{
    m_database.execute("PRAGMA defer_foreign_keys = ON");
    m_database.execute("INSERT OR IGNORE INTO taking_back VALUES (1)");
    m_work.catalogueChanges();
}

void DeskRows::finish()
{
    m_database.execute("DELETE FROM taking_back");
    m_work.catalogueChanges();
}

void DeskRows::takeBack(const QByteArray& beforeImages)
{
    const std::vector<ImageOf> images = imagesIn(beforeImages);
    for (auto image = images.rbegin(); image != images.rend(); ++image) {
        if (image->before.isNull())
            remove(image->row.table, unpackValues(image->row.key));
        else
            put(image->row.table, unpackValues(image->before.toByteArray()));
    }
}

void DeskRows::clear()
{
    for (auto table = syncTables().rbegin(); table != syncTables().rend(); ++table)
        m_database.execute(keptStatement(QByteArray("DELETE FROM ") + table->name));
    m_cleared = true;
    // A whole house comes in one transaction: with the usual cache, pages of its indexes go to the disk and back for nearly every row.
    m_database.execute("PRAGMA cache_size = -393216");
}

void DeskRows::forgetEverything()
{
    for (auto table = syncTables().rbegin(); table != syncTables().rend(); ++table) {
        if (qstrcmp(table->name, "workspace") != 0) // nobody's name is in it, and without it the file is none of ours
            m_database.execute(keptStatement(QByteArray("DELETE FROM ") + table->name));
    }
    m_database.execute("DELETE FROM staged_pages");
    std::vector<std::pair<qint64, QByteArray>> made; // which rows a command made says nobody's name, and is needed to withdraw their codes
    {
        Rows rows = m_database.run("SELECT device_sequence, first_images FROM outbox WHERE length(first_images) > 0");
        while (rows.next())
            made.emplace_back(rows.number(0), withoutRows(rows.bytes(1)));
    }
    for (const auto& [number, images] : made)
        m_database.execute("UPDATE outbox SET first_images = ? WHERE device_sequence = ?", {images, number});
    m_database.execute("UPDATE outbox SET before_images = NULL");
    HearsayWriter(m_work).dropAll();
    m_database.engine().dropCopies();
    m_cleared = true;
}

void DeskRows::put(int table, const QVariantList& values)
{
    // Another row that has what is unique of this one is out of date itself, and comes too.
    const char*& sql = m_puts[size_t(table)];
    if (!sql)
        sql = keptStatement(QByteArray("INSERT OR REPLACE INTO ") + syncTables()[size_t(table)].name + " VALUES (" + questionMarks(values.size()) + ')');
    (void)m_database.runPrepared(sql, values);
}

void DeskRows::remove(int table, const QVariantList& key)
{
    const SyncTable& description = syncTables()[size_t(table)];
    const char* sql = keptStatement(QByteArray("DELETE FROM ") + description.name + " WHERE " + keyList(description, "", " = ? AND ") + " = ?");
    (void)m_database.runPrepared(sql, key);
}

void rebuildSearch(Database& database)
{
    database.execute("DELETE FROM ticket_search");
    database.execute("DELETE FROM backer_search");
    database.execute("DELETE FROM sale_search");
    database.execute(ENCORE_TICKET_SEARCH);
    database.execute(ENCORE_BACKER_SEARCH);
    database.execute(ENCORE_SALE_SEARCH);
}

void DeskRows::refreshSearch()
{
    const ChangeCapture& capture = *m_database.capture();
    if (m_cleared || capture.overflowed())
        return rebuildSearch(m_database);
    static const int tickets = syncTableIndex("tickets");
    static const int contacts = syncTableIndex("contacts");
    static const int backers = syncTableIndex("backers");
    static const int sales = syncTableIndex("sales");
    QSet<QByteArray> owners; // of tickets, orders, people and sales whose words may have changed
    for (const ChangeCapture::Change& change : capture.changes()) {
        if (change.table == tickets && change.rowBefore != 0)
            m_database.execute("DELETE FROM ticket_search WHERE rowid = ?", {change.rowBefore});
        const QVariant first = unpackValues(change.key).value(0);
        if (change.table == backers) {
            m_database.execute("DELETE FROM backer_search WHERE rowid = ?", {first});
            m_database.execute(ENCORE_BACKER_SEARCH " WHERE b.number = ?", {first});
        } else if (change.table == sales) {
            m_database.execute("DELETE FROM sale_search WHERE rowid = ?", {first});
            m_database.execute(ENCORE_SALE_SEARCH " WHERE s.number = ?", {first});
        }
        if (change.table == tickets || change.table == contacts)
            owners.insert(first.toByteArray());
    }
    for (const QByteArray& owner : std::as_const(owners)) {
        m_database.execute("DELETE FROM ticket_search WHERE rowid IN (SELECT rowid FROM tickets WHERE id = ? OR order_id = ?)", {owner, owner});
        m_database.execute(ENCORE_TICKET_SEARCH " WHERE t.id = ? OR t.order_id = ?", {owner, owner});
        m_database.execute("DELETE FROM backer_search WHERE rowid = (SELECT number FROM backers WHERE person_id = ?)", {owner});
        m_database.execute(ENCORE_BACKER_SEARCH " WHERE b.person_id = ?", {owner});
        m_database.execute("DELETE FROM sale_search WHERE rowid = (SELECT number FROM sales WHERE id = ?)", {owner});
        m_database.execute(ENCORE_SALE_SEARCH " WHERE s.id = ?", {owner});
    }
}

std::vector<DigestSums> DeskRows::sums()
{
    std::vector<DigestSums> sums = m_database.capture()->differences();
    for (size_t table = 0; table < sums.size(); ++table)
        addTo(sums[table], m_feed.sums(int(table), {}));
    return sums;
}

std::vector<RowKey> rowsMadeBy(const QByteArray& beforeImages)
{
    std::vector<RowKey> made;
    for (const ImageOf& image : imagesIn(beforeImages)) {
        if (image.before.isNull())
            made.push_back(image.row);
    }
    return made;
}

std::optional<QVariantList> rowBefore(const QByteArray& beforeImages, const RowKey& row)
{
    for (const ImageOf& image : imagesIn(beforeImages)) {
        if (image.row == row && !image.before.isNull())
            return unpackValues(image.before.toByteArray());
    }
    return std::nullopt;
}

} // namespace encore::store
