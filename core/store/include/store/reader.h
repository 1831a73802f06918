// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "store/records.h"

#include <functional>

namespace encore::store
{

struct ScanFilter {
    std::optional<domain::GateId> gateId;
    std::optional<domain::TicketId> ticketId;
    bool refusedOnly = false;
    int limit = 50;
};

/// Reads a workspace through one connection. What fails is remembered by the connection (Database::failure).
class Reader
{
public:
    explicit Reader(std::shared_ptr<Database> database);

    [[nodiscard]] domain::Status status() const { return m_database->status(); }
    [[nodiscard]] Database& database() { return *m_database; }

    [[nodiscard]] std::optional<WorkspaceRecord> workspace();
    [[nodiscard]] const Catalogue& catalogue(); ///< read once; valid until it is forgotten
    void forgetCatalogue() { m_catalogue.reset(); }
    /// Forgets the catalogue where another connection has committed anything since this was asked last.
    void forgetWhatOthersChanged();
    [[nodiscard]] std::vector<QByteArray> ownPublicKeys(); ///< raw keys this workspace signs with, newest first
    [[nodiscard]] QString deskValue(const QString& name); ///< empty: none

    [[nodiscard]] std::optional<domain::Ticket> ticket(domain::TicketId id);
    [[nodiscard]] std::vector<domain::Ticket> ticketsBySecret(const QString& secret);
    [[nodiscard]] std::vector<domain::Ticket> addonsOf(domain::TicketId id);
    [[nodiscard]] std::optional<domain::Order> order(domain::OrderId id);
    [[nodiscard]] bool isRefused(const char* kind, const QString& entry); ///< kind: revocation | block

    [[nodiscard]] std::vector<domain::Scan> history(domain::TicketId id); ///< admitted and not undone, by time
    [[nodiscard]] std::optional<ScanRecord> scan(domain::ScanId id);
    [[nodiscard]] std::optional<ScanRecord> newestFact(domain::TicketId id); ///< admitted and not undone
    [[nodiscard]] std::map<domain::ZoneId, domain::GateId> presence(domain::TicketId id);
    [[nodiscard]] std::map<domain::ZoneId, int> zoneCounts();
    [[nodiscard]] GateCounts gateCounts(domain::GateId id);
    [[nodiscard]] std::optional<Sight> sight(const Sight& key); ///< by device, gate, direction and signed id

    /// Every scan there is, by time, undone ones included.
    void eachScan(const std::function<void(const ScanRecord&)>& visit);
    /// Scans made here whose line in the log is missing or is no observation.
    void eachScanOutsideLog(const std::function<void(domain::ScanId)>& visit);
    [[nodiscard]] std::vector<ScanRow> scans(const ScanFilter& filter); ///< newest first
    [[nodiscard]] std::vector<MinuteCount> arrivals(std::optional<domain::GateId> gateId, domain::Instant since);
    /// The valid tickets of an order for one performance, add-ons left out, by label; inside: of @p zone.
    [[nodiscard]] std::vector<GroupMember> groupOf(domain::OrderId order, const std::optional<domain::PerformanceId>& performance,
                                                   domain::ZoneId zone);
    [[nodiscard]] std::vector<TicketRow> findTickets(const QString& text, int limit);
    [[nodiscard]] std::vector<TicketRow> doorList(std::optional<domain::PerformanceId> performanceId);
    [[nodiscard]] qint64 ticketCount();

    [[nodiscard]] std::optional<LogEntry> logEntry(domain::CommandId id);
    /// Somebody has seen that the log has no line of this command; holds until a line is written.
    void noteOutsideLog(const std::optional<domain::CommandId>& id) { m_outsideLog = id; }
    [[nodiscard]] std::optional<LogEntry> logEntryAt(qint64 sequence);
    /// When the last command in the log happened, by the clock of its desk; absent in an empty log.
    [[nodiscard]] std::optional<domain::Instant> newestLogTime();
    /// Every entry in order, to @p visit; stops when it returns false.
    void eachLogEntry(const std::function<bool(const LogEntry&)>& visit);

protected:
    std::shared_ptr<Database> m_database;

private:
    [[nodiscard]] std::vector<TicketRow> ticketRows(Rows rows);
    std::optional<Catalogue> m_catalogue;
    std::optional<domain::CommandId> m_outsideLog;
    std::optional<qint64> m_dataVersion; ///< another number when another connection has changed anything
};

} // namespace encore::store
