// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/tickets/signingkeys.h"

#include "commands/tickets/addsigningkey.h"
#include "commands/tickets/issueticket.h"
#include "store/sales.h"

namespace encore::commands
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

namespace
{

constexpr qsizetype seedSize = 32; // Ed25519

QString secretName(const QByteArray& keyId)
{
    return QStringLiteral("signing-key/") + QString::fromLatin1(keyId.toHex());
}

} // namespace

Result<ticket::SigningKey> makeOwnKey(Executor& executor, const Actor& actor, store::SecretStore& secrets, domain::RandomSource& random,
                                      const QString& label)
{
    const ticket::SigningKey key = ticket::makeSigningKey(random.bytes(seedSize));
    if (const domain::Status kept = secrets.write(secretName(ticket::keyIdOf(key.publicKey)), key.seed); !kept)
        return kept.error();
    AddSigningKey command;
    command.publicKey = key.publicKey;
    command.label = label;
    if (const auto outcome = executor.run(makeRequest(command, actor)); !outcome)
        return outcome.error();
    return key;
}

Result<ticket::SigningKey> ownKey(store::Reader& reader, store::SecretStore& secrets)
{
    const std::vector<QByteArray> keys = reader.ownPublicKeys();
    if (keys.empty())
        return error(ErrorCode::MissingKey, message("cli.no_own_key"));
    for (const QByteArray& publicKey : keys) {
        const Result<QByteArray> seed = secrets.read(secretName(ticket::keyIdOf(publicKey)));
        if (seed && seed->size() == seedSize)
            return ticket::makeSigningKey(*seed);
        if (!seed && seed.error().code != ErrorCode::NotFound)
            return seed.error();
    }
    return error(ErrorCode::MissingKey, message("cli.key_elsewhere"));
}

Result<std::vector<domain::TicketPaper>> ticketPapers(domain::OrderId orderId, const ticket::SigningKey& key, store::Reader& reader)
{
    return ticketPapers(orderId, [&](domain::TicketId ticket) { return signCodeFor(ticket, key, reader); }, reader);
}

Result<std::vector<domain::TicketPaper>> ticketPapers(domain::OrderId orderId, const std::function<Result<QString>(domain::TicketId)>& codeOf, store::Reader& reader)
{
    const auto sale = store::SaleReader(reader).sale(orderId);
    if (!sale)
        return error(ErrorCode::NotFound, message("order.not_found").with("order", orderId.text()));
    const store::Catalogue& catalogue = reader.catalogue();
    std::vector<domain::TicketPaper> papers;
    const auto order = reader.order(orderId);
    std::map<std::optional<domain::PerformanceId>, size_t> groups; ///< the paper of each performance's group
    for (const domain::SaleLine& line : sale->lines) {
        const auto ticket = line.ticket ? reader.ticket(*line.ticket) : std::nullopt;
        if (!ticket || ticket->status == domain::TicketStatus::Cancelled || ticket->revoked)
            continue;
        if (order && order->isGroup) {
            const auto [group, isNew] = groups.emplace(ticket->performanceId, papers.size());
            if (!isNew) {
                domain::TicketPaper& paper = papers[group->second];
                ++paper.people;
                if (!paper.products.contains(line.title))
                    paper.products.append(line.title);
                continue;
            }
        }
        const Result<QString> code = codeOf(ticket->id);
        if (!code)
            return code.error();
        domain::TicketPaper paper;
        const auto performance = ticket->performanceId ? catalogue.performances.find(*ticket->performanceId) : catalogue.performances.end();
        if (performance != catalogue.performances.end()) {
            paper.performance = performance->second.title;
            paper.startsAt = performance->second.startsAt;
            paper.zone = performance->second.zone;
        }
        paper.products = {line.title};
        paper.holder = ticket->holderName;
        paper.seat = ticket->seat;
        paper.order = sale->label;
        paper.code = *code;
        paper.isUnpaid = sale->state == domain::OrderState::AwaitingPayment;
        papers.push_back(paper);
    }
    if (const domain::Status status = reader.status(); !status)
        return status.error();
    if (papers.empty())
        return error(ErrorCode::Refused, message("order.no_tickets").with("order", sale->label));
    return papers;
}

Result<domain::ReceiptPaper> receiptPaper(domain::OrderId orderId, store::Reader& reader)
{
    const auto sale = store::SaleReader(reader).sale(orderId);
    if (!sale)
        return error(ErrorCode::NotFound, message("order.not_found").with("order", orderId.text()));
    domain::ReceiptPaper paper;
    if (const auto workspace = reader.workspace()) {
        paper.house = workspace->name;
        paper.zone = workspace->zone;
    }
    paper.sale = *sale;
    return paper;
}

} // namespace encore::commands
