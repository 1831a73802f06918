// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the authority's rows come into a desk's file. Everything here is of one transaction, between begin() and finish().

#include "store/feed.h"

namespace encore::store
{

class DeskRows
{
public:
    explicit DeskRows(UnitOfWork& work);
    ~DeskRows();
    Q_DISABLE_COPY_MOVE(DeskRows)

    /// Facts may be taken back from here on, and references need to hold at the end only.
    void begin();
    /// Undoes what a provisional command did, by UnitOfWork::beforeImages. Newest command first.
    void takeBack(const QByteArray& beforeImages);
    /// Everything the authority shares is to come anew.
    void clear();
    /// This desk is to know nobody any more. What was done here stays to be done again, without the rows that it replaced.
    void forgetEverything();
    void put(int table, const QVariantList& values); ///< in the order of the table's columns
    void remove(int table, const QVariantList& key);
    /// Search goes by the rows as they are now.
    void refreshSearch();
    void finish();

    /// Sums of all tables, by their number, as they are at this moment of the transaction.
    [[nodiscard]] std::vector<DigestSums> sums();

private:
    UnitOfWork& m_work;
    Database& m_database;
    FeedReader m_feed;
    bool m_cleared = false;
    std::vector<const char*> m_puts; ///< by table: how its rows are put; null: none was yet
};

/// The rows that were not there before a command made them.
[[nodiscard]] std::vector<RowKey> rowsMadeBy(const QByteArray& beforeImages);
/// What a row was before a command changed it; absent: the command did not, or made it.
[[nodiscard]] std::optional<QVariantList> rowBefore(const QByteArray& beforeImages, const RowKey& row);

} // namespace encore::store
