// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Guards I1 and the log's chain: everything a command changes, and its line in the log, are written in one transaction or not at all.

#include "domain/random.h"
#include "store/reader.h"

namespace encore::store
{

/// One transaction. Reads see what was written in it. Rolls back unless commit() was called and succeeded.
class UnitOfWork
{
public:
    /// @p reader and its connection live on from unit to unit, so that prepared statements and the catalogue are kept.
    UnitOfWork(Reader& reader, domain::RandomSource& random);
    ~UnitOfWork();
    Q_DISABLE_COPY_MOVE(UnitOfWork)

    [[nodiscard]] Reader& reader() { return m_reader; }
    [[nodiscard]] domain::Status status() const { return m_reader.status(); }
    [[nodiscard]] domain::Status commit();
    [[nodiscard]] Part part() const { return m_database.part(); }

    /// From here on what changes can be taken back by beforeImages().
    void keepBeforeImages();
    [[nodiscard]] size_t changeMark() const; ///< how much has changed so far
    /// What the rows that changed behind @p mark were before: for DeskRows::takeBack.
    [[nodiscard]] QByteArray beforeImages(size_t mark) const;

    void createWorkspace(const WorkspaceRecord& workspace, domain::Instant at);
    void setDeskValue(const QString& name, const QString& value);
    [[nodiscard]] qint64 nextDeviceSequence();
    void restartDeviceSequence(qint64 last) { m_deviceSequence = last; }

    void putGate(const domain::Gate& gate);
    void putZone(const domain::Zone& zone);
    void putIssuer(const domain::Issuer& issuer, bool own, domain::Instant at);

    void putPerformance(const domain::Performance& performance);
    void putProduct(const domain::Product& product); ///< without its variations
    void addOrder(const domain::Order& order);
    /// The one name and address of whoever this id is of; nothing is written where both are empty.
    void addContact(const QByteArray& owner, const QString& name, const QString& email);
    void setOrderStatus(domain::OrderId id, domain::OrderStatus status);
    /// With the search by name, which needs the order to be there.
    void addTicket(const domain::Ticket& ticket);
    void setBlocked(domain::TicketId id, bool blocked);
    void setRevoked(domain::TicketId id);
    void setTicketStatus(domain::TicketId id, domain::TicketStatus status);
    void setAnswers(domain::TicketId id, const std::map<domain::QuestionId, QString>& answers);
    void refuseCode(const char* kind, const QString& entry); ///< kind: revocation | block
    void forgiveCode(const char* kind, const QString& entry);

    void addScan(const ScanRecord& record); ///< record.logSequence is the sequence the next log line will have
    void addUndo(const ScanRecord& record, domain::Instant at, const QString& device, const QString& reason);
    /// Where a ticket is now; zone and gate counts follow by the difference.
    void setPresence(domain::TicketId id, const std::map<domain::ZoneId, domain::GateId>& zones);
    /// Says that what the catalogue is made of was written in this unit; it is read anew, and once more where the unit is rolled back.
    void catalogueChanges();
    /// The rule that says where a history leaves a ticket; it belongs to core/door.
    using PresenceRule
        = std::function<std::map<domain::ZoneId, domain::GateId>(const std::vector<domain::Scan>& history, const Catalogue& catalogue)>;
    /// All presence and counts anew from the scans, after gates, zones or many scans changed at once.
    void rebuildCounts(const PresenceRule& presenceOf);
    void putSight(const Sight& sight);
    void forgetSights(domain::ScanId id);

    /// Gives the entry its sequence and hash, and writes it.
    void appendLog(LogEntry& entry);
    [[nodiscard]] qint64 nextLogSequence();
    /// Somebody changed the log and the books beside this unit's own ways; at a desk, rows may speak of log lines up to @p seen now.
    void forgetSequences(qint64 seen = 0);
    [[nodiscard]] qint64 takeEntrySequence(); ///< of the next entry in the books
    [[nodiscard]] qint64 takeBackerNumber(); ///< of the next person whom the search for backers finds

    /// Tries something within the unit: unless keep() is called, all of it is undone at the end of this object's life.
    class Attempt
    {
    public:
        explicit Attempt(UnitOfWork& work);
        ~Attempt();
        Q_DISABLE_COPY_MOVE(Attempt)
        void keep() { m_isKept = true; }

    private:
        UnitOfWork& m_work;
        Savepoint m_savepoint;
        std::optional<qint64> m_headSequence;
        QByteArray m_headHash;
        bool m_headChanged;
        std::optional<qint64> m_deviceSequence;
        std::optional<qint64> m_entrySequence;
        std::optional<qint64> m_backerNumber;
        bool m_isKept = false;
    };

private:
    void count(domain::GateId id, const GateCounts& difference);
    void countZone(domain::ZoneId id, int difference);
    void readHead();
    void writeHead();

    Reader& m_reader;
    Database& m_database;
    domain::RandomSource& m_random;
    Transaction m_transaction;
    std::optional<qint64> m_headSequence; ///< hot row: read once, written once a unit
    QByteArray m_headHash;
    bool m_headChanged = false;
    qint64 m_seenSequence = 0;
    std::optional<qint64> m_deviceSequence;
    std::optional<qint64> m_entrySequence; ///< the last one; nobody else writes meanwhile
    std::optional<qint64> m_backerNumber; ///< the same
    bool m_catalogueChanged = false;
};

} // namespace encore::store
