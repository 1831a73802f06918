// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Sees every change of a shared row on one connection, whatever statement made it (sqlite.org/c3ref/preupdate_blobwrite.html), so that
// no writer of a row has to say so: what the feed names, what digests sum, what a desk can take back.

#include "store/digest.h"

#include <QHash>

#include <memory>
#include <optional>
#include <vector>

struct sqlite3;

namespace encore::store
{

class ChangeCapture
{
public:
    enum class Detail {
        Keys, ///< which rows
        Images, ///< and what they were before
    };

    struct Change {
        quint8 table; ///< of syncTables()
        QByteArray key; ///< packed
        std::optional<QByteArray> before; ///< packed row; absent: there was none, or only keys are kept
        quint64 difference; ///< to the digest's sum
        qint64 rowBefore = 0; ///< SQLite's own number of a row that went; 0: none did
    };

    explicit ChangeCapture(sqlite3* connection);
    ~ChangeCapture();
    Q_DISABLE_COPY_MOVE(ChangeCapture)

    void setDetail(Detail detail) { m_detail = detail; }
    void begin(); ///< of a transaction
    [[nodiscard]] size_t mark() const { return m_changes.size(); }
    void rollBackTo(size_t mark); ///< with a savepoint
    void pinBegin() { ++m_pins; } ///< somebody may roll back to a mark
    void pinEnd() { --m_pins; }

    [[nodiscard]] const std::vector<Change>& changes() const { return m_changes; }
    [[nodiscard]] bool overflowed() const { return m_overflowed; } ///< more changed than is kept: only the sums are whole
    /// What this transaction has added so far, per table of syncTables(); empty sums where nothing was.
    [[nodiscard]] std::vector<DigestSums> differences() const;

    /// The sums of a table as it lies in the file.
    [[nodiscard]] static DigestSums sumsOf(sqlite3* connection, int table);

private:
    struct Columns {
        int count = 0;
        std::vector<int> keys;
    };
    static void changed(void* self, sqlite3* connection, int operation, const char* database, const char* table, long long rowBefore,
                        long long rowAfter);
    void note(sqlite3* connection, int operation, int table, qint64 rowBefore);
    void add(Change change);

    sqlite3* m_connection;
    std::vector<Columns> m_columns; ///< by table
    QHash<QByteArray, int> m_tables; ///< by name
    Detail m_detail = Detail::Keys;
    int m_pins = 0;
    bool m_overflowed = false;
    std::vector<Change> m_changes;
    std::vector<DigestSums> m_folded; ///< of changes that are no longer kept
    QByteArray m_rowBefore; ///< kept, so that their memory is
    QByteArray m_rowAfter;
};

} // namespace encore::store
