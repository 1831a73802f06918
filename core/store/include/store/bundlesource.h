// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

#include <functional>

namespace encore::store
{

/// A value and the members of its bundle that nobody here knows, as JSON text; empty: none.
template<class T>
using WithExtra = std::function<void(const T& value, const QByteArray& extra)>;

struct BundleOrderRow {
    domain::Order order;
    QByteArray extra;
    QByteArray buyerExtra;
};

/// Reads a workspace in the order in which a bundle is written: by label, so that the same workspace gives the same bytes.
class BundleSource
{
public:
    explicit BundleSource(Reader& reader) : m_reader(reader), m_database(reader.database()) { }

    [[nodiscard]] QByteArray workspaceExtra();
    [[nodiscard]] std::map<QUuid, QByteArray> extras(const char* table); ///< of a small table, by id
    void eachOrder(const std::function<bool(const BundleOrderRow&)>& visit); ///< false stops
    void ticketsOf(domain::OrderId order, const WithExtra<domain::Ticket>& visit);
    void eachRefusedCode(const char* kind, const std::function<void(const QString&)>& visit);
    [[nodiscard]] std::map<QUuid, QByteArray> questionOptions(); ///< as they came, JSON text, by question
    /// Members nobody here knows: position -1 is the member itself (or an empty list), others are elements of a list.
    void eachOther(const std::function<void(const QString& name, qint64 position, const QByteArray& json)>& visit);
    void eachPassage(const std::function<void(const domain::Scan&, const QString& ticketLabel)>& visit); ///< admitted, listed, not undone
    [[nodiscard]] qint64 orderCount();

private:
    Reader& m_reader;
    Database& m_database;
};

} // namespace encore::store
