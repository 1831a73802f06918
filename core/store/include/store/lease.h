// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What only one server may do at a time, such as asking for payments. A row says who does it; each who takes it over takes the next
// fencing number, and whoever has lost it without knowing cannot commit any more. No clock is compared with another one: a holder counts
// up, and who sees that it has stopped counting takes over.

#include "store/reader.h"

namespace encore::store
{

class Lease
{
public:
    /// @p writer: the connection that does the work; from when it is held, none of its transactions begins without it.
    Lease(Reader& writer, QString name);
    ~Lease(); ///< gives it back
    Q_DISABLE_COPY_MOVE(Lease)

    /// Takes or keeps it, if nobody else has it. Of a file it is always held: one process writes that.
    [[nodiscard]] bool hold();
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; } ///< with a holder that has stopped counting

private:
    struct Row {
        QString holder;
        qint64 fence = 0;
        qint64 beat = 0;
        bool operator==(const Row&) const = default;
    };
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] std::optional<Row> read();
    [[nodiscard]] bool write(const std::optional<Row>& expected, const Row& row);
    [[nodiscard]] bool mayTake(const std::optional<Row>& row);

    Database& m_database;
    QString m_name;
    QString m_holder; ///< of this process and connection alone
    std::chrono::milliseconds m_patience{10'000};
    std::optional<Row> m_held;
    Clock::time_point m_keptAt;
    std::optional<Row> m_seen; ///< of somebody else
    Clock::time_point m_seenAt;
};

} // namespace encore::store
