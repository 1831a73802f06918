// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

namespace encore::store
{

/// A value with the members of its bundle that nobody here knows, as the JSON text of an object; empty: none.
template<class T>
struct Stored {
    T value;
    QByteArray extra;
};

struct StoredQuestion {
    domain::Question question;
    QByteArray optionsJson; ///< the options as they came, with whatever else they carry
    QByteArray extra;
};

struct StoredTicket {
    domain::Ticket ticket;
    QString addonLabel; ///< of the ticket it belongs to
    QByteArray extra;
};

struct StoredOrder {
    domain::Order order;
    QByteArray extra;
    QByteArray buyerExtra;
    std::vector<StoredTicket> tickets; ///< by label
};

struct StoredScan {
    domain::Scan scan;
    QString ticketLabel; ///< empty: the store does not have the ticket
    bool listed = true;
    QByteArray extra;
};

/// Everything of a workspace that belongs in a bundle, by label, as it stood when this was made: a reading transaction of @p reader's
/// connection, which must not be in one. Small tables come as lists; orders and scans one by one, so that memory stays bounded.
class BundleSource
{
public:
    explicit BundleSource(Reader& reader);
    ~BundleSource();
    Q_DISABLE_COPY_MOVE(BundleSource)

    [[nodiscard]] qint64 rowCount(); ///< orders and scans
    [[nodiscard]] const Catalogue& catalogue() { return m_reader.catalogue(); }
    [[nodiscard]] std::optional<Stored<WorkspaceRecord>> workspace();
    [[nodiscard]] std::vector<Stored<domain::Product>> products();
    [[nodiscard]] std::map<domain::VariationId, QByteArray> variationExtras();
    [[nodiscard]] std::vector<Stored<domain::Performance>> performances();
    [[nodiscard]] std::vector<Stored<domain::Zone>> zones();
    [[nodiscard]] std::vector<Stored<domain::Gate>> gates();
    [[nodiscard]] std::vector<StoredQuestion> questions();
    [[nodiscard]] std::vector<Stored<domain::Issuer>> issuers();

    // Each visitor says whether to go on.
    void eachOrder(const std::function<bool(const StoredOrder&)>& visit);
    /// Admitted and not undone, by time.
    void eachScan(const std::function<bool(const StoredScan&)>& visit);
    void eachRefusedCode(const char* kind, const std::function<bool(const QString&)>& visit); ///< kind: revocation | block
    /// Members at the top that nobody here knows. @p position -1: the member itself, or "[]" ahead of the elements of a list.
    void eachOther(const std::function<bool(const QString& name, qint64 position, const QByteArray& json)>& visit);

private:
    [[nodiscard]] std::vector<StoredTicket> ticketsOf(domain::OrderId order);

    Reader& m_reader;
    Database& m_database;
};

} // namespace encore::store
