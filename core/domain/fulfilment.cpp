// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/fulfilment.h"

#include <algorithm>

namespace encore::domain
{

Status checkAddress(const DeliveryAddress& address)
{
    for (const QString* part : {&address.name, &address.phone, &address.street, &address.details, &address.city, &address.region,
                                &address.postalCode, &address.note}) {
        if (part->size() > mostAddressCharacters)
            return error(ErrorCode::Invalid, message("address.too_long").with("text", part->left(32)).with("most", mostAddressCharacters));
    }
    const std::pair<const QString*, const char*> needed[] = {{&address.name, "address.no_name"},
                                                             {&address.street, "address.no_street"},
                                                             {&address.city, "address.no_city"},
                                                             {&address.postalCode, "address.no_postal_code"}};
    for (const auto& [part, id] : needed) {
        if (part->trimmed().isEmpty())
            return error(ErrorCode::Invalid, message(id));
    }
    const bool isCountry = address.country.size() == 2
        && std::all_of(address.country.begin(), address.country.end(), [](QChar letter) { return letter >= u'A' && letter <= u'Z'; });
    if (!isCountry)
        return error(ErrorCode::Invalid, message("address.country").with("country", address.country.left(16)));
    return done();
}

QStringList addressLines(const DeliveryAddress& address)
{
    const auto joined = [](const QStringList& parts) {
        QStringList there;
        std::copy_if(parts.begin(), parts.end(), std::back_inserter(there), [](const QString& part) { return !part.trimmed().isEmpty(); });
        return there.join(u' ');
    };
    const bool isLargeFirst = address.country == QLatin1StringView("KR") || address.country == QLatin1StringView("JP");
    const QStringList lines = isLargeFirst
        ? QStringList{joined({address.region, address.city, address.street}), address.details, address.postalCode, address.name, address.phone, address.country}
        : QStringList{address.name, address.details, address.street, joined({address.postalCode, address.city}), address.region, address.country, address.phone};
    QStringList there;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(there), [](const QString& line) { return !line.trimmed().isEmpty(); });
    return there;
}

std::vector<PledgedItem> pledgedItems(const Pledge& pledge, const std::function<const Reward*(RewardId)>& rewardOf,
                                      const std::vector<Dispatch>& dispatches)
{
    std::vector<PledgedItem> items;
    for (size_t line = 0; line < pledge.lines.size(); ++line) {
        const Reward* reward = rewardOf(pledge.lines[line].rewardId);
        for (size_t item = 0; reward && item < reward->items.size(); ++item) {
            const RewardItem& content = reward->items[item];
            if (content.kind == RewardItemKind::Ticket)
                continue;
            items.push_back({int(line) + 1, int(item) + 1, reward->id, content.kind, content.name, qint64(content.quantity) * pledge.lines[line].quantity, 0,
                             reward->needsAddress && content.kind == RewardItemKind::Merchandise});
        }
    }
    for (const Dispatch& dispatch : dispatches) {
        for (const DispatchedItem& sent : dispatch.items) {
            const auto found = std::find_if(items.begin(), items.end(),
                                            [&](const PledgedItem& known) { return known.line == sent.line && known.item == sent.item; });
            if (found != items.end())
                found->sent += sent.quantity;
        }
    }
    return items;
}

bool maySend(const Pledge& pledge)
{
    using S = PledgeState;
    const bool stands = pledge.state == S::Confirmed || pledge.state == S::PartlyRefunded || pledge.state == S::Won;
    return stands && pledge.confirmed && pledge.standing() > 0;
}

} // namespace encore::domain
