// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/lease.h"

#include "engine.h"

#include <QUuid>

namespace encore::store
{

namespace
{

constexpr std::chrono::milliseconds beatEvery{1'000};

} // namespace

Lease::Lease(Reader& writer, QString name) :
    m_database(writer.database()), m_name(std::move(name)), m_holder(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

Lease::~Lease()
{
    if (!m_held)
        return;
    m_database.forgetFailure();
    m_database.engine().setFence(std::nullopt);
    (void)write(m_held, {QString(QStringLiteral("")), m_held->fence, m_held->beat}); // where that fails, the others wait a little longer
    m_database.forgetFailure();
}

std::optional<Lease::Row> Lease::read()
{
    Rows rows = m_database.run("SELECT holder, fence, beat FROM leases WHERE name = ?", {m_name});
    return rows.next() ? std::optional(Row{rows.text(0), rows.number(1), rows.number(2)}) : std::nullopt;
}

/// Whether nobody was quicker.
bool Lease::write(const std::optional<Row>& expected, const Row& row)
{
    Transaction transaction(m_database);
    if (read() != expected)
        return false;
    m_database.execute("INSERT INTO leases (name, holder, fence, beat) VALUES (?, ?, ?, ?)"
                       " ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, fence = excluded.fence, beat = excluded.beat",
                       {m_name, row.holder, row.fence, row.beat});
    return transaction.commit().ok();
}

bool Lease::mayTake(const std::optional<Row>& row)
{
    if (!row || row->holder.isEmpty())
        return true;
    if (row != m_seen) {
        m_seen = row;
        m_seenAt = Clock::now();
        return false;
    }
    return Clock::now() - m_seenAt >= m_patience;
}

bool Lease::hold()
{
    if (!Database::isServer(m_database.path()))
        return true;
    if (m_held && Clock::now() - m_keptAt < beatEvery)
        return true;
    m_database.forgetFailure();
    m_database.engine().setFence(std::nullopt); // for what follows
    const std::optional<Row> row = read();
    const bool isOurs = m_held && row == m_held;
    const Row next{m_holder, (row ? row->fence : 0) + (isOurs ? 0 : 1), (row ? row->beat : 0) + 1};
    const bool holds = m_database.status().ok() && (isOurs || mayTake(row)) && write(row, next);
    m_held = holds ? std::optional(next) : std::nullopt;
    m_keptAt = Clock::now();
    // A number that nobody gives: without the lease, this connection writes nothing.
    m_database.engine().setFence(Fence{m_name, holds ? next.fence : -1});
    m_database.forgetFailure();
    return holds;
}

} // namespace encore::store
