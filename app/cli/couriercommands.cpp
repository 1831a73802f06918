// SPDX-License-Identifier: GPL-3.0-or-later
#include "courierwork.h"
#include "secrets.h"

#include "commands/codec/json.h"
#include "courier/couriers.h"
#include "raster/paperpdf.h"

#include <iostream>
#include <string>

namespace encore::cli
{

using domain::message;
using domain::Result;

namespace
{

Result<std::vector<courier::Attachment>> ticketFile(const std::vector<domain::TicketPaper>& papers, domain::Language language)
{
    Result<QByteArray> bytes = raster::ticketPdf(papers, language);
    if (!bytes)
        return bytes.error();
    return std::vector<courier::Attachment>{{QStringLiteral("tickets.pdf"), "application/pdf", std::move(bytes).value()}};
}

/// One line of standard input becomes a secret of this desk; it never stands among the arguments, which others may see.
int keepSecret(Cli& cli, const QString& name)
{
    std::string typed;
    std::getline(std::cin, typed);
    if (typed.empty())
        return cli.wrongUsage(message("cli.nothing_typed"));
    const auto secrets = openSecrets(cli);
    if (!secrets)
        return cli.fail(secrets.error());
    const domain::Status kept = (*secrets)->write(name, QByteArray::fromStdString(typed));
    return kept ? Yes : cli.fail(kept.error());
}

} // namespace

int sendWhatWaits(Cli& cli, commands::Executor& executor)
{
    courier::CourierParts parts = courier::partsOfEnvironment([&cli] { return openSecrets(cli); });
    parts.mail.attach = &ticketFile;
    const auto mail = courier::Mailer(parts.mail).run(executor, owner(), cli.clock());
    if (!mail)
        return cli.fail(mail.error());
    const auto told = courier::Relay(courier::webhookOf(parts)).run(executor, cli.clock());
    if (!told)
        return cli.fail(told.error());
    commands::JsonDocument object(rapidjson::kObjectType);
    auto& allocator = object.GetAllocator();
    const auto add = [&](const char* name, qint64 value) { object.AddMember(rapidjson::StringRef(name), int64_t(value), allocator); };
    add("letters_sent", mail->sent);
    add("letters_later", mail->later);
    add("letters_failed", mail->failed);
    add("events_told", told->told);
    cli.printJson(commands::jsonText(object));
    for (const QString& trouble : {mail->trouble, told->trouble}) {
        if (!trouble.isEmpty())
            cli.complain(QString(QStringLiteral("encorectl: ") + trouble));
    }
    return mail->trouble.isEmpty() && told->trouble.isEmpty() ? Yes : Surroundings;
}

int runMail(Cli& cli, const QStringList& arguments)
{
    if (arguments != QStringList{QStringLiteral("password")})
        return cli.wrongUsage(message("cli.parse").with("reason", QStringLiteral("mail password")));
    return keepSecret(cli, courier::mailPasswordSecret);
}

int runWebhook(Cli& cli, const QStringList& arguments)
{
    if (arguments != QStringList{QStringLiteral("secret")})
        return cli.wrongUsage(message("cli.parse").with("reason", QStringLiteral("webhook secret")));
    return keepSecret(cli, courier::webhookSecretName);
}

} // namespace encore::cli
