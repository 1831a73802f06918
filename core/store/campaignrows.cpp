// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaignrows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace encore::store
{

namespace
{

template<class Item, class Write>
QString listColumn(const std::vector<Item>& items, Write write)
{
    QJsonArray array;
    for (const Item& item : items)
        array.append(write(item));
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

template<class Item, class Read>
std::vector<Item> listAt(const Rows& rows, int column, Read read)
{
    std::vector<Item> items;
    const QJsonArray array = QJsonDocument::fromJson(rows.text(column).toUtf8()).array();
    for (const QJsonValue& value : array)
        items.push_back(read(value.toObject()));
    return items;
}

QJsonObject pair(const char* first, const QJsonValue& left, const char* second, const QJsonValue& right)
{
    return {{QLatin1StringView(first), left}, {QLatin1StringView(second), right}};
}

/// QJsonValue holds 64-bit integers exactly (Qt 6).
qint64 integer(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1StringView(name)).toInteger();
}

QString text(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1StringView(name)).toString();
}

template<class IdType>
std::optional<IdType> optionalId(const QJsonObject& object, const char* name)
{
    const QUuid uuid = QUuid::fromString(text(object, name));
    return uuid.isNull() ? std::nullopt : std::optional<IdType>(IdType(uuid));
}

QString itemsColumn(const std::vector<domain::RewardItem>& items)
{
    return listColumn(items, [](const domain::RewardItem& item) {
        QJsonObject object{{QStringLiteral("kind"), domain::enumText(item.kind)}, {QStringLiteral("name"), item.name},
                           {QStringLiteral("quantity"), item.quantity}};
        if (item.performance)
            object.insert(QStringLiteral("performance"), item.performance->text());
        if (item.product)
            object.insert(QStringLiteral("product"), item.product->text());
        if (item.variation)
            object.insert(QStringLiteral("variation"), item.variation->text());
        return object;
    });
}

std::vector<domain::RewardItem> itemsAt(const Rows& rows, int column)
{
    return listAt<domain::RewardItem>(rows, column, [](const QJsonObject& object) {
        return domain::RewardItem{domain::enumFromText<domain::RewardItemKind>(text(object, "kind")).value_or(domain::RewardItemKind::Digital),
                                  text(object, "name"),
                                  int(integer(object, "quantity")),
                                  optionalId<domain::PerformanceId>(object, "performance"),
                                  optionalId<domain::ProductId>(object, "product"),
                                  optionalId<domain::VariationId>(object, "variation")};
    });
}

} // namespace

domain::Project projectAt(const Rows& rows)
{
    domain::Project project;
    project.id = idAt<domain::ProjectId>(rows, 0);
    project.label = rows.text(1);
    project.state = enumAt(rows, 2, domain::ProjectState::Archived);
    project.author = rows.text(3);
    project.title = rows.text(4);
    project.summary = rows.text(5);
    project.story = rows.text(6);
    project.category = rows.text(7);
    project.venue = rows.text(8);
    if (const auto currency = domain::Currency::fromCode(rows.text(9)))
        project.currency = *currency;
    project.goal = rows.number(10);
    project.startsAt = optionalInstantAt(rows, 11);
    project.endsAt = optionalInstantAt(rows, 12);
    if (const auto zone = domain::EventZone::fromName(rows.text(13)))
        project.zone = *zone;
    project.basis = enumAt(rows, 14, domain::SuccessBasis::PledgedAtDeadline);
    project.model = enumAt(rows, 15, domain::PaymentModel::Immediate);
    project.fees = {int(rows.number(16)), int(rows.number(17))};
    project.donationsOnly = rows.flag(18);
    project.payee = optionalIdAt<domain::PersonId>(rows, 19);
    project.payoutAccount = rows.text(20);
    project.performance = optionalIdAt<domain::PerformanceId>(rows, 21);
    project.stretchGoals = listAt<domain::StretchGoal>(
        rows, 22, [](const QJsonObject& object) { return domain::StretchGoal{integer(object, "amount"), text(object, "text")}; });
    project.faq = listAt<domain::FaqEntry>(
        rows, 23, [](const QJsonObject& object) { return domain::FaqEntry{text(object, "question"), text(object, "answer")}; });
    project.budget = listAt<domain::BudgetLine>(
        rows, 24, [](const QJsonObject& object) { return domain::BudgetLine{text(object, "name"), integer(object, "amount")}; });
    project.reason = rows.text(25);
    project.version = rows.number(26);
    return project;
}

QVariantList columnsOf(const domain::Project& project)
{
    return {project.id.bytes(),
            project.label,
            domain::enumText(project.state),
            textNotNull(project.author),
            textNotNull(project.title),
            textNotNull(project.summary),
            textNotNull(project.story),
            textNotNull(project.category),
            textNotNull(project.venue),
            project.currency.code(),
            project.goal,
            column(project.startsAt),
            column(project.endsAt),
            project.zone.name(),
            domain::enumText(project.basis),
            domain::enumText(project.model),
            project.fees.platformBasisPoints,
            project.fees.providerBasisPoints,
            project.donationsOnly,
            column(project.payee),
            textNotNull(project.payoutAccount),
            column(project.performance),
            listColumn(project.stretchGoals,
                       [](const domain::StretchGoal& goal) { return pair("amount", goal.amount, "text", goal.text); }),
            listColumn(project.faq, [](const domain::FaqEntry& entry) { return pair("question", entry.question, "answer", entry.answer); }),
            listColumn(project.budget, [](const domain::BudgetLine& line) { return pair("name", line.name, "amount", line.amount); }),
            textNotNull(project.reason),
            project.version};
}

domain::Reward rewardAt(const Rows& rows)
{
    domain::Reward reward;
    reward.id = idAt<domain::RewardId>(rows, 0);
    reward.label = rows.text(1);
    reward.projectId = idAt<domain::ProjectId>(rows, 2);
    reward.title = rows.text(3);
    reward.description = rows.text(4);
    reward.price = rows.number(5);
    reward.limit = optionalIntAt(rows, 6);
    reward.perBacker = optionalIntAt(rows, 7);
    reward.from = optionalInstantAt(rows, 8);
    reward.until = optionalInstantAt(rows, 9);
    reward.items = itemsAt(rows, 10);
    reward.deliveredBy = optionalInstantAt(rows, 11);
    reward.needsAddress = rows.flag(12);
    reward.addOn = rows.flag(13);
    reward.closed = rows.flag(14);
    reward.position = int(rows.number(15));
    reward.taken = rows.number(16);
    reward.everChosen = rows.flag(17);
    reward.version = rows.number(18);
    return reward;
}

QVariantList columnsOf(const domain::Reward& reward)
{
    return {reward.id.bytes(),          reward.label,
            reward.projectId.bytes(),   textNotNull(reward.title),
            textNotNull(reward.description), reward.price,
            column(reward.limit),       column(reward.perBacker),
            column(reward.from),        column(reward.until),
            itemsColumn(reward.items),  column(reward.deliveredBy),
            reward.needsAddress,        reward.addOn,
            reward.closed,              reward.position,
            reward.taken,               reward.everChosen,
            reward.version};
}

domain::Pledge pledgeAt(const Rows& rows)
{
    domain::Pledge pledge;
    pledge.id = idAt<domain::PledgeId>(rows, 0);
    pledge.label = rows.text(1);
    pledge.projectId = idAt<domain::ProjectId>(rows, 2);
    pledge.backer = idAt<domain::PersonId>(rows, 3);
    pledge.state = enumAt(rows, 4, domain::PledgeState::Failed);
    pledge.payment = enumAt(rows, 5, domain::PaymentKnowledge::Unknown);
    pledge.extra = rows.number(6);
    pledge.total = rows.number(7);
    pledge.paid = rows.number(8);
    pledge.refundOwed = rows.number(9);
    pledge.refunded = rows.number(10);
    pledge.placedAt = {rows.number(11)};
    pledge.provider = rows.text(12);
    pledge.providerTransaction = rows.text(13);
    pledge.source = rows.text(14);
    pledge.confirmed = rows.flag(15);
    pledge.version = rows.number(16);
    pledge.paymentMethod = rows.text(17);
    return pledge;
}

} // namespace encore::store
