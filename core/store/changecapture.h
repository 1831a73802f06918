// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Sees every change of a shared row on one connection, whatever statement made it, so that no writer of a row has to say so: what the
// feed names, what digests sum, what a desk can take back. How a database tells it is its engine's matter.

#include "store/digest.h"

#include <QByteArray>
#include <QHash>

#include <optional>
#include <vector>

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

    ChangeCapture();
    virtual ~ChangeCapture() = default;
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

protected:
    /// A row and its key, packed; kept by whoever captures, so that their memory is.
    struct Image {
        QByteArray row;
        QByteArray key;
    };
    [[nodiscard]] int tableNamed(const QByteArray& name) const { return m_tables.value(name, -1); } ///< -1: not shared
    void inserted(int table, const Image& after);
    void updated(int table, const Image& before, const Image& after, qint64 rowBefore);
    void deleted(int table, const Image& before, qint64 rowBefore);

private:
    void add(Change change);
    [[nodiscard]] std::optional<QByteArray> kept(const Image& before) const;

    QHash<QByteArray, int> m_tables; ///< by name
    Detail m_detail = Detail::Keys;
    int m_pins = 0;
    bool m_overflowed = false;
    std::vector<Change> m_changes;
    std::vector<DigestSums> m_folded; ///< of changes that are no longer kept
};

} // namespace encore::store
