// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/unitofwork.h"

namespace encore::store
{

struct StagedCounts {
    qint64 products = 0;
    qint64 performances = 0;
    qint64 gates = 0;
    qint64 zones = 0;
    qint64 questions = 0;
    qint64 issuers = 0;
    qint64 orders = 0;
    qint64 tickets = 0;
    qint64 newScans = 0;
};

/// Something in a bundle that names a thing which is nowhere.
struct DanglingReference {
    QString path;
    QString label;
};

/// Where a bundle waits before it becomes part of the workspace: temporary tables of one writing connection. Filling them changes nothing
/// of the workspace; publish() moves all of it over inside somebody's unit of work.
class BundleStaging
{
public:
    explicit BundleStaging(Database& database) : m_database(database) { }

    void begin(); ///< empties the area
    void finish(const QByteArray& fileSha256, domain::WorkspaceId workspace);
    void abandon();

    // Each says false when this id stood in the bundle before. @p extra: members nobody here knows, as JSON text, or empty.
    void putWorkspace(const WorkspaceRecord& record, const QByteArray& extra);
    [[nodiscard]] bool add(const domain::Product& product, const QByteArray& extra);
    [[nodiscard]] bool add(const domain::Variation& variation, const QByteArray& extra);
    [[nodiscard]] bool add(const domain::Performance& performance, const QByteArray& extra);
    [[nodiscard]] bool add(const domain::Zone& zone, const QByteArray& extra);
    [[nodiscard]] bool add(const domain::Gate& gate, const QByteArray& extra);
    [[nodiscard]] bool add(const domain::Question& question, const QByteArray& optionsJson, const QByteArray& extra);
    [[nodiscard]] bool add(const domain::Issuer& issuer, const QByteArray& extra);
    [[nodiscard]] bool add(const domain::Order& order, const QByteArray& extra, const QByteArray& buyerExtra);
    [[nodiscard]] bool add(const domain::Ticket& ticket, const QByteArray& extra);
    void add(const domain::Scan& scan, bool listed, const QByteArray& extra); ///< the same scan twice is one
    void addRefusedCode(const char* kind, const QString& entry);
    void addOther(const QString& member, qint64 position, const QByteArray& json);
    /// A ticket that something in the bundle names; checked at the end, because it may stand later in the file.
    void mention(domain::TicketId ticket, const QString& label, const QString& path);

    [[nodiscard]] std::optional<DanglingReference> danglingTicket();
    [[nodiscard]] bool holds(const QByteArray& fileSha256);
    [[nodiscard]] domain::WorkspaceId workspace(); ///< whose ids the staged rows have
    /// Whether the workspace still is the one the staged rows were read for, or still empty.
    [[nodiscard]] bool fits(Reader& reader);

    /// Whether a workspace holds nothing yet that a bundle's ids could be confused with.
    [[nodiscard]] static bool isEmpty(Reader& reader);

    /// Same id replaces, absent stays, identical scans merge. Presence and counts are the caller's (they are rules): see
    /// UnitOfWork::rebuildCounts.
    [[nodiscard]] StagedCounts publish();

private:
    [[nodiscard]] bool insert(const char* sql, std::initializer_list<QVariant> values);
    [[nodiscard]] qint64 countOf(const char* table);
    void adoptWorkspace();
    void publishCatalogue();
    void publishTickets();
    void publishSearch();

    Database& m_database;
};

} // namespace encore::store
