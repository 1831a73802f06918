// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/orders/offers.h"

#include "store/sales.h"

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Offer;
using domain::Result;
using domain::Status;

namespace
{

Status applyFields(const OfferFields& fields, Offer& offer)
{
    offer.title = fields.title.value_or(offer.title);
    offer.price = fields.price.value_or(offer.price);
    offer.limit = fields.limit ? fields.limit : offer.limit;
    offer.from = fields.from ? fields.from : offer.from;
    offer.until = fields.until ? fields.until : offer.until;
    offer.closed = fields.closed.value_or(offer.closed);
    offer.position = fields.position.value_or(offer.position);
    return checkOffer(offer);
}

/// The product that a ticket is of; one that is not named is made, and called as the offer.
Result<domain::ProductId> productOf(const CreateOffer& command, const Offer& offer, const Context& context, store::UnitOfWork& work)
{
    const store::Catalogue& catalogue = work.reader().catalogue();
    if (!command.performance || !catalogue.performances.contains(*command.performance))
        return error(ErrorCode::NotFound, message("reward.no_performance").with("item", offer.title));
    if (command.product && !catalogue.products.contains(*command.product))
        return error(ErrorCode::NotFound, message("reward.no_product").with("item", offer.title));
    if (command.product)
        return *command.product;
    domain::Product product;
    product.id = domain::idMadeBy<domain::ProductId>(context.commandId, 1);
    product.label = product.id.text();
    product.name = offer.title;
    work.putProduct(product);
    return product.id;
}

} // namespace

Result<OfferMade> CreateOffer::execute(const Context& context, store::UnitOfWork& work) const
{
    store::SaleWriter sales(work);
    Offer offer;
    offer.id = label.isEmpty() ? domain::idMadeBy<domain::OfferId>(context.commandId, 0)
                               : domain::idForExternal<domain::OfferId>(context.workspaceId, label);
    offer.label = label.isEmpty() ? offer.id.text() : label;
    if (sales.offer(offer.id))
        return error(ErrorCode::Refused, message("offer.exists").with("offer", offer.label));
    offer.kind = kind;
    if (const Status applied = applyFields(*this, offer); !applied)
        return applied.error();
    if (kind == domain::OfferKind::Ticket) {
        const Result<domain::ProductId> made = productOf(*this, offer, context, work);
        if (!made)
            return made.error();
        offer.performance = performance;
        offer.product = *made;
        offer.variation = variation;
    }
    sales.put(offer);
    return OfferMade{offer.id};
}

Result<OfferMade> EditOffer::execute(const Context&, store::UnitOfWork& work) const
{
    store::SaleWriter sales(work);
    std::optional<Offer> offer = sales.offer(offerId);
    if (!offer)
        return error(ErrorCode::NotFound, message("offer.not_found").with("offer", offerId.text()));
    for (const QString& emptied : clear) {
        if (emptied == QStringLiteral("limit"))
            offer->limit.reset();
        else if (emptied == QStringLiteral("opens_at"))
            offer->from.reset();
        else if (emptied == QStringLiteral("closes_at"))
            offer->until.reset();
        else
            return error(ErrorCode::Invalid, message("project.cannot_clear").with("field", emptied.left(64)));
    }
    if (const Status applied = applyFields(*this, *offer); !applied)
        return applied.error();
    sales.put(*offer);
    return OfferMade{offerId};
}

} // namespace encore::commands
