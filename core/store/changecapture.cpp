// SPDX-License-Identifier: GPL-3.0-or-later
#include "changecapture.h"

#include "rowpack.h"
#include "store/synctables.h"

namespace encore::store
{

namespace
{

// A larger transaction (an import) is not named row by row: its desks take everything anew.
constexpr size_t mostChanges = 100'000;

} // namespace

ChangeCapture::ChangeCapture()
{
    for (const SyncTable& table : syncTables())
        m_tables.insert(QByteArray(table.name), int(m_tables.size()));
}

void ChangeCapture::begin()
{
    m_changes.clear();
    m_folded.clear();
    m_overflowed = false;
    m_detail = Detail::Keys;
    m_pins = 0;
}

void ChangeCapture::rollBackTo(size_t mark)
{
    Q_ASSERT(mark <= m_changes.size());
    m_changes.erase(m_changes.begin() + std::ptrdiff_t(mark), m_changes.end());
}

std::optional<QByteArray> ChangeCapture::kept(const Image& before) const
{
    if (m_detail == Detail::Keys)
        return std::nullopt;
    return QByteArray(before.row.constData(), before.row.size()); // a copy: the buffer is used again
}

void ChangeCapture::inserted(int table, const Image& after)
{
    add({quint8(table), after.key, {}, packedHash(after.row), 0});
}

void ChangeCapture::deleted(int table, const Image& before, qint64 rowBefore)
{
    add({quint8(table), before.key, kept(before), -packedHash(before.row), rowBefore});
}

void ChangeCapture::updated(int table, const Image& before, const Image& after, qint64 rowBefore)
{
    if (before.row == after.row)
        return;
    if (before.key == after.key)
        return add({quint8(table), after.key, kept(before), packedHash(after.row) - packedHash(before.row), rowBefore});
    deleted(table, before, rowBefore);
    inserted(table, after);
}

void ChangeCapture::add(Change change)
{
    m_changes.push_back(std::move(change));
    if (m_changes.size() < mostChanges || m_pins > 0 || m_detail == Detail::Images)
        return;
    std::vector<DigestSums> folded = differences();
    m_folded = std::move(folded);
    m_changes.clear();
    m_overflowed = true;
}

std::vector<DigestSums> ChangeCapture::differences() const
{
    std::vector<DigestSums> sums = m_folded;
    sums.resize(syncTables().size());
    for (const Change& change : m_changes) {
        DigestSums& table = sums[change.table];
        table.resize(digestBuckets);
        table[bucketOf(change.key)] += change.difference;
    }
    return sums;
}

} // namespace encore::store
