// SPDX-License-Identifier: GPL-3.0-or-later
#include "projects/rewardtickets.h"

#include "store/campaigns.h"

namespace encore::commands
{

using domain::Pledge;
using domain::Status;

namespace
{

/// Both ids follow from the pledge, not from the command, so that nothing can issue its tickets a second time.
domain::OrderId orderOf(const Pledge& pledge)
{
    return domain::OrderId(QUuid::createUuidV5(pledge.id.uuid(), QByteArray("order")));
}

} // namespace

Status issueRewardTickets(const Pledge& pledge, store::UnitOfWork& work)
{
    if (pledge.lines.empty())
        return domain::done(); // a pure donation
    const domain::OrderId orderId = orderOf(pledge);
    if (work.reader().order(orderId))
        return domain::done();
    store::CampaignWriter campaigns(work);
    const store::Contact backer = campaigns.contact(pledge.backer.uuid()).value_or(store::Contact());
    int unit = 0;
    for (const domain::PledgeLine& line : pledge.lines) {
        const auto reward = campaigns.reward(line.rewardId);
        if (!reward)
            continue;
        for (const domain::RewardItem& item : reward->items) {
            if (item.kind != domain::RewardItemKind::Ticket || !item.product)
                continue;
            for (qint64 i = 0; i < qint64(item.quantity) * line.quantity; ++i) {
                if (unit == 0) {
                    domain::Order order;
                    order.id = orderId;
                    order.label = orderId.text();
                    order.buyerName = backer.name;
                    order.buyerEmail = backer.email;
                    work.addOrder(order);
                    campaigns.noteOrder(pledge.id, orderId);
                }
                domain::Ticket ticket;
                ticket.id = domain::TicketId(QUuid::createUuidV5(pledge.id.uuid(), "ticket" + QByteArray::number(++unit)));
                ticket.label = ticket.id.text();
                ticket.orderId = orderId;
                ticket.productId = *item.product;
                ticket.variationId = item.variation;
                ticket.performanceId = item.performance;
                ticket.holderName = backer.name;
                ticket.holderEmail = backer.email;
                work.addTicket(ticket);
            }
        }
    }
    return work.status();
}

void cancelRewardTickets(const Pledge& pledge, store::UnitOfWork& work)
{
    work.setOrderStatus(orderOf(pledge), domain::OrderStatus::Cancelled);
}

} // namespace encore::commands
