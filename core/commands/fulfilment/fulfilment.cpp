// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/fulfilment/fulfilment.h"

#include "fulfilment/fulfil.h"
#include "pledges/pledgebook.h"
#include "projects/findproject.h"
#include "store/boxoffice.h"
#include "store/fulfilment.h"

#include <algorithm>

namespace encore::commands
{

using domain::DispatchedItem;
using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Pledge;
using domain::PledgedItem;
using domain::PledgeState;
using domain::Result;
using domain::Status;

namespace
{

Result<Pledge> findPledge(store::CampaignReader& campaigns, domain::PledgeId id)
{
    const std::optional<Pledge> pledge = campaigns.pledge(id);
    if (!pledge)
        return error(ErrorCode::NotFound, message("pledge.not_found").with("pledge", id.text()));
    return *pledge;
}

std::vector<PledgedItem> itemsOf(const Pledge& pledge, store::UnitOfWork& work)
{
    std::map<domain::RewardId, domain::Reward> rewards;
    store::CampaignReader campaigns(work.reader());
    for (const domain::PledgeLine& line : pledge.lines) {
        if (const auto reward = campaigns.reward(line.rewardId))
            rewards.emplace(reward->id, *reward);
    }
    const auto rewardOf = [&](domain::RewardId id) -> const domain::Reward* {
        const auto found = rewards.find(id);
        return found == rewards.end() ? nullptr : &found->second;
    };
    return pledgedItems(pledge, rewardOf, store::FulfilmentReader(work.reader()).dispatches(pledge.id));
}

bool isAllSent(const std::vector<PledgedItem>& items)
{
    return std::all_of(items.begin(), items.end(), [](const PledgedItem& item) { return item.open() <= 0; });
}

/// What a dispatch takes of what is open: all of it, or what is named, each at most once and no more than there is.
Result<std::vector<DispatchedItem>> taken(const std::optional<std::vector<DispatchedItem>>& named, const std::vector<PledgedItem>& items)
{
    std::vector<DispatchedItem> parts;
    if (!named) {
        for (const PledgedItem& item : items) {
            if (item.open() > 0)
                parts.push_back({item.line, item.item, int(item.open())});
        }
    } else {
        for (const DispatchedItem& part : *named) {
            const auto found = std::find_if(items.begin(), items.end(), [&](const PledgedItem& item) { return item.line == part.line && item.item == part.item; });
            if (found == items.end())
                return error(ErrorCode::NotFound, message("dispatch.no_item").with("line", part.line).with("item", part.item));
            const bool isTwice = std::any_of(parts.begin(), parts.end(), [&](const DispatchedItem& known) { return known.line == part.line && known.item == part.item; });
            if (isTwice || part.quantity < 1 || part.quantity > found->open())
                return error(ErrorCode::Refused, message("dispatch.too_many").with("item", found->name).with("quantity", part.quantity).with("open", found->open()));
            parts.push_back(part);
        }
    }
    if (parts.empty())
        return error(ErrorCode::Refused, message("dispatch.nothing"));
    return parts;
}

bool goesByPost(const std::vector<DispatchedItem>& parts, const std::vector<PledgedItem>& items)
{
    return std::any_of(parts.begin(), parts.end(), [&](const DispatchedItem& part) {
        return std::any_of(items.begin(), items.end(), [&](const PledgedItem& item) { return item.line == part.line && item.item == part.item && item.needsAddress; });
    });
}

} // namespace

Result<PledgeState> fulfilIfDone(const Pledge& pledge, const Context& context, store::UnitOfWork& work)
{
    if (!domain::maySend(pledge) || !isAllSent(itemsOf(pledge, work)) || store::FulfilmentReader(work.reader()).ticketsToAdmit(pledge.id) > 0)
        return pledge.state;
    PledgeBook book(context, work);
    const Result<domain::Project> project = findProject(book.campaigns(), pledge.projectId);
    if (!project)
        return project.error();
    const Result<Pledge> moved = book.move(*project, pledge, domain::PledgeAction::Fulfil);
    if (!moved)
        return moved.error();
    return moved->state;
}

Status fulfilIfAdmitted(domain::OrderId order, const Context& context, store::UnitOfWork& work)
{
    const auto id = store::FulfilmentReader(work.reader()).pledgeOf(order);
    const auto pledge = id ? store::CampaignReader(work.reader()).pledge(*id) : std::nullopt;
    if (!pledge)
        return domain::done();
    const Result<PledgeState> state = fulfilIfDone(*pledge, context, work);
    return state ? domain::done() : Status(state.error());
}

Result<FulfilmentMade> SetDeliveryAddress::execute(const Context&, store::UnitOfWork& work) const
{
    store::CampaignReader campaigns(work.reader());
    const Result<Pledge> pledge = findPledge(campaigns, pledgeId);
    if (!pledge)
        return pledge.error();
    if (!domain::holdsStock(pledge->state))
        return error(ErrorCode::Refused, message("address.pledge_over").with("state", messageFor("pledge.state.", pledge->state)));
    const std::vector<PledgedItem> items = itemsOf(*pledge, work);
    const bool goesOut = std::any_of(items.begin(), items.end(), [](const PledgedItem& item) { return item.needsAddress; });
    const bool isOpen = std::any_of(items.begin(), items.end(), [](const PledgedItem& item) { return item.needsAddress && item.open() > 0; });
    if (!isOpen)
        return error(ErrorCode::Refused, message(goesOut ? "address.all_sent" : "address.not_needed"));
    if (const Status checked = checkAddress(address); !checked)
        return checked.error();
    store::FulfilmentWriter(work).put(pledgeId, address);
    return FulfilmentMade{pledgeId, pledge->state, {}};
}

Result<FulfilmentMade> DispatchItems::execute(const Context& context, store::UnitOfWork& work) const
{
    store::CampaignReader campaigns(work.reader());
    const Result<Pledge> pledge = findPledge(campaigns, pledgeId);
    if (!pledge)
        return pledge.error();
    if (const auto project = findProject(campaigns, pledge->projectId, domain::ProjectAction::Dispatch); !project)
        return project.error();
    if (!domain::maySend(*pledge))
        return error(ErrorCode::Refused, message("dispatch.not_now").with("state", messageFor("pledge.state.", pledge->state)));
    const std::vector<PledgedItem> known = itemsOf(*pledge, work);
    const auto parts = taken(items, known);
    if (!parts)
        return parts.error();
    store::FulfilmentWriter fulfilment(work);
    if (goesByPost(*parts, known) && !fulfilment.address(pledgeId))
        return error(ErrorCode::Refused, message("dispatch.no_address").with("pledge", pledge->label));
    const domain::Dispatch dispatch{domain::idMadeBy<domain::DispatchId>(context.commandId, 0), pledgeId, context.occurredAt, carrier.trimmed(),
                                    tracking.trimmed(), note.trimmed(), *parts};
    fulfilment.add(dispatch);
    store::BoxOfficeWriter(work).add({domain::idMadeBy<domain::MessageId>(context.commandId, 1), store::MessageKind::Dispatched, store::MessageState::Waiting, {},
                                      pledge->backer.uuid(), context.occurredAt, dispatch.id.text()});
    const Result<PledgeState> state = fulfilIfDone(*pledge, context, work);
    if (!state)
        return state.error();
    return FulfilmentMade{pledgeId, *state, dispatch.id};
}

Result<FulfilmentMade> CorrectDispatch::execute(const Context&, store::UnitOfWork& work) const
{
    store::FulfilmentWriter fulfilment(work);
    auto dispatch = fulfilment.dispatch(dispatchId);
    if (!dispatch)
        return error(ErrorCode::NotFound, message("dispatch.not_found").with("dispatch", dispatchId.text()));
    dispatch->carrier = carrier.value_or(dispatch->carrier).trimmed();
    dispatch->tracking = tracking.value_or(dispatch->tracking).trimmed();
    dispatch->note = note.value_or(dispatch->note).trimmed();
    fulfilment.correct(*dispatch);
    const auto pledge = store::CampaignReader(work.reader()).pledge(dispatch->pledge);
    return FulfilmentMade{dispatch->pledge, pledge ? pledge->state : PledgeState::Confirmed, dispatchId};
}

} // namespace encore::commands
