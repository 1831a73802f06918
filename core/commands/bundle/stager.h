// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bundle/bundlereader.h"
#include "bundle/bundlerows.h"
#include "commands/bundle/bundleimport.h"
#include "store/bundlestaging.h"

#include <QHash>

namespace encore::commands
{

/// Checks each row of a bundle and puts it into the staging area. References are checked at the end, because members may come in any
/// order.
class Stager final : public BundleSink
{
public:
    Stager(store::BundleStaging& staging, store::Reader& reader, domain::WorkspaceId workspace, domain::EventZone zone, qint64 fileSize,
           ImportProgress progress);

    [[nodiscard]] domain::Status element(const QString& member, qsizetype index, const JsonValue& value, const JsonPath& path) override;
    [[nodiscard]] domain::Status member(const QString& name, const JsonValue& value, const JsonPath& path) override;
    [[nodiscard]] domain::Status listBegins(const QString& member) override;
    [[nodiscard]] bool goOn(qint64 bytesRead) override;

    /// Once all is read: format there, every reference to something that exists, no zone inside itself.
    [[nodiscard]] domain::Status finish();

private:
    using Take = domain::Status (Stager::*)(const JsonValue&, const JsonPath&);
    [[nodiscard]] static Take takerOf(const QString& member);

    [[nodiscard]] domain::Status takeProduct(const JsonValue& value, const JsonPath& path);
    [[nodiscard]] domain::Status takePerformance(const JsonValue& value, const JsonPath& path);
    [[nodiscard]] domain::Status takeZone(const JsonValue& value, const JsonPath& path);
    [[nodiscard]] domain::Status takeGate(const JsonValue& value, const JsonPath& path);
    [[nodiscard]] domain::Status takeQuestion(const JsonValue& value, const JsonPath& path);
    [[nodiscard]] domain::Status takeOrder(const JsonValue& value, const JsonPath& path);
    [[nodiscard]] domain::Status takeTicket(const BundleTicket& row, const JsonValue& value, domain::OrderId order, const JsonPath& path);
    [[nodiscard]] domain::Status takeIssuer(const JsonValue& value, const JsonPath& path);
    [[nodiscard]] domain::Status takeScan(const JsonValue& value, const JsonPath& path);
    [[nodiscard]] domain::Status takeRevocation(const JsonValue& value, const JsonPath& path);
    [[nodiscard]] domain::Status takeBlock(const JsonValue& value, const JsonPath& path);
    [[nodiscard]] domain::Status takeWorkspace(const JsonValue& value, const JsonPath& path);
    [[nodiscard]] domain::Status checkZones();

    template<class IdType>
    [[nodiscard]] IdType id(const QString& label) const
    {
        return domain::idForExternal<IdType>(m_workspace, label);
    }
    /// The id of something small that a row names; looked for at the end.
    template<class IdType>
    [[nodiscard]] IdType refer(const QString& label, const JsonPath& path);
    template<class IdType>
    [[nodiscard]] std::optional<IdType> refer(const std::optional<QString>& label, const JsonPath& path);
    template<class IdType>
    [[nodiscard]] std::optional<std::vector<IdType>> refer(const Labels& labels, const JsonPath& path);
    [[nodiscard]] domain::Status added(bool isNew, const QString& label, const JsonPath& path) const;

    using Named = std::pair<QLatin1StringView, QUuid>; ///< kind and id: one UUID may name a thing of each kind
    template<class IdType>
    [[nodiscard]] static Named named(const IdType& id)
    {
        return {QLatin1StringView(IdType::kind()), id.uuid()};
    }

    struct Reference {
        QString label;
        QString path;
    };

    store::BundleStaging& m_staging;
    store::Reader& m_reader;
    domain::WorkspaceId m_workspace;
    domain::EventZone m_zone;
    qint64 m_fileSize;
    ImportProgress m_progress;
    DecodeContext m_context;
    QHash<Named, Reference> m_references; ///< first mention of each
    QSet<Named> m_known; ///< small things of the workspace and of the bundle
    std::map<domain::ZoneId, std::pair<domain::Zone, QString>> m_zones; ///< with the path of their parent
    bool m_sawFormat = false;
};

} // namespace encore::commands
