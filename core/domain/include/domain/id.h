// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QUuid>

#include <algorithm>
#include <iterator>
#include <optional>

namespace encore::domain
{

/// An id that cannot be confused with the id of another kind of thing. Inside it is a UUID (RFC 9562); outside, people and
/// bundles may call the same thing by any text (see ExternalId).
template<class Kind>
class Id
{
public:
    Id() = default;
    explicit Id(const QUuid& uuid) : m_uuid(uuid) { }

    [[nodiscard]] static Id fromBytes(const QByteArray& bytes) { return Id(QUuid::fromRfc4122(bytes)); }
    [[nodiscard]] static constexpr const char* kind() { return Kind::name; }

    [[nodiscard]] bool isNull() const { return m_uuid.isNull(); }
    [[nodiscard]] QUuid uuid() const { return m_uuid; }
    [[nodiscard]] QByteArray bytes() const { return m_uuid.toRfc4122(); } ///< 16 bytes, network order
    [[nodiscard]] QString text() const { return m_uuid.toString(QUuid::WithoutBraces); }
    [[nodiscard]] QString hex() const { return QString::fromLatin1(bytes().toHex()); } ///< 32 lowercase digits

    friend bool operator==(const Id& left, const Id& right) { return left.m_uuid == right.m_uuid; }
    /// By the bytes in network order, as text and stores sort them too.
    friend bool operator<(const Id& left, const Id& right)
    {
        const QUuid& a = left.m_uuid;
        const QUuid& b = right.m_uuid;
        if (a.data1 != b.data1)
            return a.data1 < b.data1;
        if (a.data2 != b.data2)
            return a.data2 < b.data2;
        if (a.data3 != b.data3)
            return a.data3 < b.data3;
        return std::lexicographical_compare(std::begin(a.data4), std::end(a.data4), std::begin(b.data4), std::end(b.data4));
    }
    friend size_t qHash(const Id& id, size_t seed = 0) { return qHash(id.m_uuid, seed); }

private:
    QUuid m_uuid;
};

#define ENCORE_ID(Name, kindName)                                                                                                \
    struct Name##Kind {                                                                                                          \
        static constexpr const char* name = kindName;                                                                            \
    };                                                                                                                           \
    using Name = Id<Name##Kind>;

ENCORE_ID(WorkspaceId, "workspace")
ENCORE_ID(DeviceId, "device")
ENCORE_ID(PersonId, "person")
ENCORE_ID(CommandId, "command")
ENCORE_ID(ProductId, "product")
ENCORE_ID(VariationId, "variation")
ENCORE_ID(PerformanceId, "performance")
ENCORE_ID(ZoneId, "zone")
ENCORE_ID(GateId, "gate")
ENCORE_ID(QuestionId, "question")
ENCORE_ID(OrderId, "order")
ENCORE_ID(TicketId, "ticket")
ENCORE_ID(IssuerId, "issuer")
ENCORE_ID(ScanId, "scan")
ENCORE_ID(ProjectId, "project")
ENCORE_ID(RewardId, "reward")
ENCORE_ID(PledgeId, "pledge")
ENCORE_ID(UpdateId, "update")
ENCORE_ID(EffectId, "effect")
ENCORE_ID(CouponId, "coupon")
ENCORE_ID(OfferId, "offer")
ENCORE_ID(MessageId, "message")
ENCORE_ID(DispatchId, "dispatch")

#undef ENCORE_ID

/// The longest text by which a bundle may call a thing, in characters (CONTRACTS §4).
inline constexpr qsizetype maxExternalIdLength = 64;

/// A text that is itself a UUID: 8-4-4-4-12 hexadecimal digits, or 32 lowercase ones.
[[nodiscard]] std::optional<QUuid> uuidFromText(const QString& text);

/// The UUID inside for a text from outside: the text itself if it is one, else UUIDv5(workspace, kind ":" text).
[[nodiscard]] QUuid uuidForExternal(WorkspaceId workspace, const char* kind, const QString& text);

template<class IdType>
[[nodiscard]] IdType idForExternal(WorkspaceId workspace, const QString& text)
{
    return IdType(uuidForExternal(workspace, IdType::kind(), text));
}

/// The n-th thing that a command makes: UUIDv5(command id, n), so that doing it again elsewhere makes the same ids.
template<class IdType>
[[nodiscard]] IdType idMadeBy(CommandId command, int n)
{
    return IdType(QUuid::createUuidV5(command.uuid(), QByteArray::number(n)));
}

} // namespace encore::domain
