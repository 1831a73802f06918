// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A page of changes, or of a snapshot, as it travels (CONTRACTS §6): made by the server, read by a desk.

#include "commands/codec/json.h"
#include "store/feed.h"

#include <map>

namespace encore::sync
{

/// What shape the rows have. A desk takes pages of its own number only: its tables are the same then, column by column.
inline constexpr int rowSchema = 8;

struct PageRow {
    int table = 0; ///< of store::syncTables()
    bool removed = false;
    QVariantList values; ///< all columns; of a removed row its key
};

struct Ack {
    domain::CommandId command;
    qint64 logSequence = 0;
};

struct Page {
    QString epoch;
    qint64 from = 0;
    qint64 to = 0;
    bool hasMore = false;
    qint64 logSequence = 0; ///< the last command that is in it
    QString scope; ///< whose view it is
    std::optional<qint64> expectedSequence; ///< of this device's next command
    std::vector<PageRow> rows;
    std::map<int, std::vector<store::FeedReader::Column>> columns; ///< of the tables that rows are of
    std::vector<Ack> acks;
    std::map<QByteArray, QByteArray> digests; ///< by table, of what the scope sees at `to`; where there is no more
    bool provesAll = false; ///< the digests are of every table that the scope sees
    QString sealKey; ///< what is left behind at a desk is sealed with (store/sealing.h); empty: the house has none
    QString next; ///< of a snapshot: where it goes on; empty: at its end
};

/// What a server says of its rows to one desk.
struct PageRequest {
    store::Scope scope;
    std::optional<domain::DeviceId> device;
    qint64 cursor = 0;
    size_t limit = 1'000; ///< rows, about
    qint64 deviceSequence = 1; ///< of the device's first command that it waits to hear of
    bool allDigests = false; ///< of tables that the scope sees a part of, too: they have to be read for it
};

/// Absent: what came behind the cursor is not there any more, everything has to be taken anew.
[[nodiscard]] std::optional<QByteArray> changesText(store::Reader& reader, const PageRequest& request);
/// @p next as the page before said; empty: from the start. Absent: there is no such place.
[[nodiscard]] std::optional<QByteArray> snapshotText(store::Reader& reader, const PageRequest& request, const QString& next);

enum class PageRows {
    Take,
    Leave, ///< of a page that is only put away: its checksum holds
    TakeProven, ///< of one that was put away, and whose checksum held then
};
/// Invalid where it is damaged, is no page, or is of another schema.
[[nodiscard]] domain::Result<Page> parsePage(const QByteArray& text, PageRows what = PageRows::Take);

} // namespace encore::sync
