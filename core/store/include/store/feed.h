// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What an authority tells its desks: which rows changed, in the order of its transactions, and what they are now. A row that changed
// twice is told once, as it is; whoever has read up to the head has exactly what stands here.

#include "store/digest.h"
#include "store/synctables.h"
#include "store/unitofwork.h"

#include <QHash>

namespace encore::store
{

struct FeedHead {
    qint64 number = 0; ///< of the last transaction that changed a shared row
    qint64 logSequence = 0; ///< of the last command in it
};

struct RowKey {
    int table = 0; ///< of syncTables()
    QByteArray key; ///< packed

    friend bool operator==(const RowKey&, const RowKey&) = default;
    friend size_t qHash(const RowKey& key, size_t seed = 0) { return qHashMulti(seed, key.table, key.key); }
};

/// @p table of syncTables(); @p values of its key.
[[nodiscard]] RowKey rowKey(int table, const QVariantList& values);

struct FeedRange {
    qint64 to = 0;
    qint64 logSequence = 0;
    bool hasMore = false;
    bool isGone = false; ///< what came behind the cursor is not kept, or the cursor is of another history: everything has to be taken anew
    std::vector<RowKey> keys;
};

/// One row, in the order of the table's columns.
using RowVisitor = std::function<void(const QVariantList& values)>;

class FeedReader
{
public:
    explicit FeedReader(Reader& reader) : m_database(reader.database()) { }

    [[nodiscard]] QString epoch(); ///< changes where the history does; empty: this is no authority
    [[nodiscard]] FeedHead head();
    [[nodiscard]] qint64 logSequenceAt(qint64 number); ///< of the last command up to this transaction; 0: not known
    /// The rows that changed behind @p cursor, each once; whole transactions, as many as have about @p mostKeys rows.
    [[nodiscard]] FeedRange after(qint64 cursor, size_t mostKeys);
    [[nodiscard]] static QVariantList keyValues(const RowKey& key);
    /// Absent: there is no such row, or not for @p scope.
    [[nodiscard]] std::optional<QVariantList> row(const RowKey& key, const Scope& scope);
    /// Whether to tell @p scope that this row, which it does not see, is gone: what is there and somebody else's never was theirs, and of
    /// another musician's campaigns not even the ids are told.
    [[nodiscard]] bool mayHaveSeen(const RowKey& key, const Scope& scope);
    /// Rows of a table by key, from behind @p after (absent: from the start). The key of the last; absent: there are no more.
    [[nodiscard]] std::optional<QByteArray> rows(int table, const std::optional<QByteArray>& after, int limit, const Scope& scope,
                                                 const RowVisitor& visit);
    /// Sums of a table as @p scope sees it; quick where that is all of it.
    [[nodiscard]] DigestSums sums(int table, const Scope& scope);
    [[nodiscard]] DigestSums countedSums(int table, const Scope& scope); ///< the same, by reading every row

    struct Column {
        QString name;
        bool isBytes = false;
    };
    [[nodiscard]] std::vector<Column> columns(int table);
    struct Delivery {
        domain::CommandId command;
        qint64 logSequence = 0;
    };
    static constexpr qint64 refusedSequence = 0; ///< of a command that was answered and took no effect
    /// Whether a command has used up a number of a device, @p deviceSequence or another, whatever became of it.
    [[nodiscard]] bool isDelivered(domain::DeviceId device, qint64 deviceSequence, domain::CommandId command);
    /// Commands of a device from its number @p deviceSequence on that took effect up to @p until of the log.
    [[nodiscard]] std::vector<Delivery> deliveries(domain::DeviceId device, qint64 deviceSequence, qint64 until);

private:
    Database& m_database;
};

void addDelivery(UnitOfWork& work, domain::DeviceId device, qint64 deviceSequence, const FeedReader::Delivery& delivery);

} // namespace encore::store
