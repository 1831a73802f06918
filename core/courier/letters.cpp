// SPDX-License-Identifier: GPL-3.0-or-later
#include "letters.h"

#include "commands/fulfilment/fulfilment.h"
#include "commands/outgoing/outgoing.h"
#include "store/campaigns.h"
#include "store/fulfilment.h"
#include "store/sales.h"

#include <algorithm>

namespace encore::courier
{

using domain::error;
using domain::ErrorCode;
using domain::Message;
using domain::message;
using domain::Result;
using domain::Status;
using store::MessageKind;

namespace
{

class Writing
{
public:
    Writing(const store::OutgoingMessage& message, const store::MailSettings& settings, const Desk& desk, store::Reader& reader) :
        m_message(message), m_language(settings.language), m_desk(desk), m_reader(reader)
    {
        const auto workspace = reader.workspace();
        m_house = settings.fromName.isEmpty() && workspace ? workspace->name : settings.fromName;
        m_letter.id = message.id.uuid();
        m_letter.fromAddress = settings.fromAddress;
        m_letter.fromName = m_house;
    }

    [[nodiscard]] Result<Letter> write();

private:
    [[nodiscard]] Status tickets();
    [[nodiscard]] Status refund();
    [[nodiscard]] Status dispatched();
    [[nodiscard]] Status body();
    void subject(Message what) { m_letter.subject = domain::words(what.with("house", m_house), m_language); }
    void say(const Message& what) { m_letter.text += domain::words(what, m_language) + QStringLiteral("\n\n"); }
    [[nodiscard]] QString ticketLines(const domain::TicketPaper& paper) const;

    const store::OutgoingMessage& m_message;
    domain::Language m_language;
    const Desk& m_desk;
    store::Reader& m_reader;
    QString m_house;
    Letter m_letter;
};

QString Writing::ticketLines(const domain::TicketPaper& paper) const
{
    const auto line = [&](const char* id, const char* place, const QString& value) {
        return QString(u'\n' + domain::words(message(id).with(place, value), m_language));
    };
    QString text = paper.performance;
    if (paper.startsAt)
        text += line("mail.ticket.when", "when", domain::wallClockText(*paper.startsAt, paper.zone));
    text += u'\n' + paper.products.join(QStringLiteral(", "));
    if (!paper.seat.isEmpty())
        text += line("mail.ticket.seat", "seat", paper.seat);
    if (!paper.holder.isEmpty())
        text += line("mail.ticket.holder", "name", paper.holder);
    if (paper.people > 1)
        text += line("mail.ticket.people", "people", QString::number(paper.people));
    if (paper.isUnpaid)
        text += line("mail.ticket.unpaid", "", {});
    return text + line("mail.ticket.code", "code", paper.code);
}

Status Writing::tickets()
{
    const auto order = m_message.order ? m_reader.order(*m_message.order) : std::nullopt;
    if (!order)
        return error(ErrorCode::NotFound, message("order.not_found").with("order", m_message.id.text()));
    const auto papers = m_desk.tickets(order->id);
    if (!papers)
        return papers.error();
    subject(message("mail.tickets.subject").with("order", order->label));
    say(message("mail.tickets.text").with("order", order->label));
    for (const domain::TicketPaper& paper : *papers)
        m_letter.text += ticketLines(paper) + QStringLiteral("\n\n");
    if (!m_desk.attach)
        return domain::done();
    auto attachments = m_desk.attach(*papers, m_language);
    if (!attachments)
        return attachments.error();
    m_letter.attachments = std::move(attachments).value();
    say(message("mail.tickets.attached"));
    return domain::done();
}

Status Writing::refund()
{
    const auto sale = m_message.order ? store::SaleReader(m_reader).sale(*m_message.order) : std::nullopt;
    if (!sale)
        return error(ErrorCode::NotFound, message("order.not_found").with("order", m_message.id.text()));
    qint64 owed = 0;
    for (const domain::Tender& tender : sale->tenders)
        owed += tender.refundOwed;
    const QString amount = domain::plainText({owed, sale->currency}) + u' ' + sale->currency.code();
    subject(message("mail.refund.subject").with("order", sale->label));
    say(message("mail.refund.text").with("order", sale->label).with("amount", amount));
    if (!m_message.note.isEmpty())
        say(message("mail.reason").with("reason", m_message.note));
    return domain::done();
}

Status Writing::dispatched()
{
    const auto id = domain::idForExternal<domain::DispatchId>({}, m_message.note); // the text of an id stands for itself
    const auto dispatch = store::FulfilmentReader(m_reader).dispatch(id);
    if (!dispatch)
        return error(ErrorCode::NotFound, message("dispatch.not_found").with("dispatch", m_message.note));
    const auto rows = commands::PledgeDelivery{dispatch->pledge}.ask({m_reader, m_message.at, true});
    if (!rows)
        return rows.error();
    const commands::PackingRow& row = rows->front();
    subject(message("mail.dispatched.subject"));
    say(message("mail.dispatched.text").with("pledge", row.label));
    QStringList things;
    for (const domain::DispatchedItem& sent : dispatch->items) {
        const auto item = std::find_if(row.items.begin(), row.items.end(), [&](const domain::PledgedItem& known) { return known.line == sent.line && known.item == sent.item; });
        if (item != row.items.end())
            things << domain::words(message("mail.dispatched.item").with("item", item->name).with("quantity", sent.quantity), m_language);
    }
    m_letter.text += things.join(u'\n') + QStringLiteral("\n\n");
    if (!dispatch->carrier.isEmpty() || !dispatch->tracking.isEmpty())
        say(message("mail.dispatched.tracking").with("carrier", dispatch->carrier).with("tracking", dispatch->tracking));
    if (!dispatch->note.isEmpty())
        m_letter.text += dispatch->note + QStringLiteral("\n\n");
    return domain::done();
}

Status Writing::body()
{
    switch (m_message.kind) {
    case MessageKind::Tickets:
        return tickets();
    case MessageKind::Refund:
        return refund();
    case MessageKind::Dispatched:
        return dispatched();
    case MessageKind::Test:
        subject(message("mail.test.subject"));
        say(message("mail.test.text"));
        return domain::done();
    }
    Q_UNREACHABLE();
}

Result<Letter> Writing::write()
{
    const auto contact = store::CampaignReader(m_reader).contact(m_message.recipient).value_or(store::Contact());
    if (!commands::isMailAddress(contact.email))
        return error(ErrorCode::Invalid, message("mail.no_address"));
    m_letter.toAddress = contact.email;
    m_letter.toName = contact.name;
    say(contact.name.isEmpty() ? message("mail.greeting_nobody") : message("mail.greeting").with("name", contact.name));
    if (const Status written = body(); !written)
        return written.error();
    m_letter.text += m_house + u'\n';
    if (const Status status = m_reader.status(); !status)
        return status.error();
    return m_letter;
}

} // namespace

Result<Letter> writeLetter(const store::OutgoingMessage& message, const store::MailSettings& settings, const Desk& desk, store::Reader& reader)
{
    return Writing(message, settings, desk, reader).write();
}

} // namespace encore::courier
