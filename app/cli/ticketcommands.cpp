// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"
#include "secrets.h"

#include "commands/tickets/issueticket.h"
#include "commands/tickets/signingkeys.h"
#include "raster/codeimage.h"
#include "raster/paperpdf.h"
#include "store/secretstore.h"
#include "ticket/ticketcode.h"


namespace encore::cli
{

using commands::JsonDocument;
using commands::jsonString;
using commands::JsonValue;
using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

Result<std::unique_ptr<store::SecretStore>> openSecrets(Cli& cli)
{
    return store::openSecretStore(cli.workspacePath() + QStringLiteral(".keys"), qgetenv("ENCORE_KEY_PASSPHRASE"), cli.random());
}

namespace
{

int keygen(Cli& cli, const QStringList& arguments)
{
    const Options options(cli, arguments, {option("label", "L")});
    if (!options.ok())
        return WrongUsage;
    const Result<Desk> desk = openDesk(cli);
    if (!desk)
        return cli.fail(desk.error());
    const auto secrets = openSecrets(cli);
    if (!secrets)
        return cli.fail(secrets.error());
    const auto key = commands::makeOwnKey(*desk->executor, owner(), **secrets, cli.random(), options.value("label"));
    if (!key)
        return cli.fail(key.error());
    cli.printJson("{\"key_id\":\"" + ticket::keyIdOf(key->publicKey).toHex() + "\",\"public_key\":\"" + key->publicKey.toBase64() + "\"}");
    return Yes;
}

Result<ticket::SigningKey> signingKey(Cli& cli, store::Reader& reader)
{
    const auto secrets = openSecrets(cli);
    if (!secrets)
        return secrets.error();
    return commands::ownKey(reader, **secrets);
}

int issue(Cli& cli, const QStringList& arguments)
{
    const Options options(cli, arguments, {});
    if (!options.ok() || options.positional().size() != 1)
        return cli.wrongUsage(message("cli.parse").with("reason", QStringLiteral("ticket issue TICKET_ID")));
    const Result<Desk> desk = openDesk(cli);
    if (!desk)
        return cli.fail(desk.error());
    store::Reader& reader = desk->workspace->reader();
    const auto id = domain::idForExternal<domain::TicketId>(desk->workspace->record().id, options.positional().first());
    const auto found = reader.ticket(id);
    if (!found)
        return cli.fail(error(ErrorCode::NotFound, message("ticket.not_found").with("ticket", options.positional().first().left(64))));
    const Result<ticket::SigningKey> key = signingKey(cli, reader);
    if (!key)
        return cli.fail(key.error());
    const Result<QString> code = commands::signCodeFor(id, *key, reader);
    if (!code)
        return cli.fail(code.error());
    commands::IssueTicket command;
    command.ticketId = id;
    command.keyId = ticket::keyIdOf(key->publicKey);
    if (const auto outcome = desk->executor->run(commands::makeRequest(command, owner())); !outcome)
        return cli.fail(outcome.error());
    JsonDocument object(rapidjson::kObjectType);
    object.AddMember("ticket_id", jsonString(found->label, object.GetAllocator()), object.GetAllocator());
    object.AddMember("code", jsonString(*code, object.GetAllocator()), object.GetAllocator());
    cli.printJson(commands::jsonText(object));
    return Yes;
}

JsonValue secondsOrNull(const std::optional<qint64>& seconds)
{
    return seconds ? JsonValue(int64_t(*seconds)) : JsonValue();
}

int inspect(Cli& cli, const QString& code)
{
    const Result<ticket::InspectedCode> inspected = ticket::inspectCode(ticket::cleanCode(code));
    if (!inspected)
        return cli.fail(inspected.error());
    JsonDocument object(rapidjson::kObjectType);
    auto& allocator = object.GetAllocator();
    const ticket::TicketClaims& claims = inspected->claims;
    object.AddMember("ticket_id", jsonString(claims.ticketId.hex(), allocator), allocator);
    object.AddMember("performance_id", jsonString(claims.performanceId.hex(), allocator), allocator);
    object.AddMember("product_id", jsonString(claims.productId.hex(), allocator), allocator);
    object.AddMember("nbf", secondsOrNull(claims.notBefore), allocator);
    object.AddMember("exp", secondsOrNull(claims.expires), allocator);
    object.AddMember("seat", claims.seat.isEmpty() ? JsonValue() : jsonString(claims.seat, allocator), allocator);
    object.AddMember("key_id", jsonString(QString::fromLatin1(inspected->keyId.toHex()), allocator), allocator);
    cli.printJson(commands::jsonText(object));
    return Yes;
}

int verify(Cli& cli, const QString& code)
{
    const auto workspace = cli.openWorkspace(store::Workspace::Intent::Read);
    if (!workspace)
        return cli.fail(workspace.error());
    const auto verified = ticket::verifyCode(ticket::cleanCode(code), (*workspace)->reader().catalogue().issuers);
    const domain::Instant now = cli.clock().now();
    const char* reason = nullptr;
    if (!verified)
        reason = "unknown";
    else if ((verified->validFrom && *verified->validFrom > now) || (verified->validUntil && *verified->validUntil < now))
        reason = "outside_validity";
    JsonDocument object(rapidjson::kObjectType);
    auto& allocator = object.GetAllocator();
    object.AddMember("valid", JsonValue(reason == nullptr), allocator);
    object.AddMember("reason", reason ? JsonValue(rapidjson::StringRef(reason)) : JsonValue(), allocator);
    const auto kind = verified ? verified->kind : ticket::CodeKind::None;
    object.AddMember("code_kind", jsonString(ticket::codeKindText(kind), allocator), allocator);
    object.AddMember("ticket_id", verified ? jsonString(verified->signedId.hex(), allocator) : JsonValue(), allocator);
    cli.printJson(commands::jsonText(object));
    return reason ? No : Yes;
}

/// The tickets of an order as they are printed at the box office, or its receipt.
int pdf(Cli& cli, const QString& label, const QString& out, bool isReceipt)
{
    const auto workspace = cli.openWorkspace(store::Workspace::Intent::Read);
    if (!workspace)
        return cli.fail(workspace.error());
    store::Reader& reader = (*workspace)->reader();
    const auto order = domain::idForExternal<domain::OrderId>((*workspace)->record().id, label);
    if (isReceipt) {
        const auto paper = commands::receiptPaper(order, reader);
        return paper ? writeFile(cli, out, raster::receiptPdf(*paper, cli.language())) : cli.fail(paper.error());
    }
    const Result<ticket::SigningKey> key = signingKey(cli, reader);
    if (!key)
        return cli.fail(key.error());
    const auto papers = commands::ticketPapers(order, *key, reader);
    if (!papers)
        return cli.fail(papers.error());
    const Result<QByteArray> bytes = raster::ticketPdf(*papers, cli.language());
    return bytes ? writeFile(cli, out, *bytes) : cli.fail(bytes.error());
}

int qr(Cli& cli, const QString& code, const QString& out)
{
    const bool svg = out.endsWith(u".svg", Qt::CaseInsensitive);
    if (!svg && !out.endsWith(u".png", Qt::CaseInsensitive))
        return cli.wrongUsage(message("cli.qr_ending").with("file", out));
    const Result<QByteArray> picture = svg ? raster::qrSvg(code) : raster::qrPng(code);
    if (!picture)
        return cli.fail(picture.error());
    return writeFile(cli, out, *picture);
}

} // namespace

int runTicket(Cli& cli, const QStringList& arguments)
{
    const QString verb = arguments.value(0);
    const QStringList rest = arguments.mid(1);
    if (verb == u"keygen")
        return keygen(cli, rest);
    if (verb == u"issue")
        return issue(cli, rest);
    const Options options(cli, rest, {});
    if (!options.ok())
        return WrongUsage;
    const QStringList positional = options.positional();
    if (verb == u"inspect" && positional.size() == 1)
        return inspect(cli, positional.first());
    if (verb == u"verify" && positional.size() == 1)
        return verify(cli, positional.first());
    if (verb == u"qr" && positional.size() == 2)
        return qr(cli, positional.first(), positional.last());
    if ((verb == u"pdf" || verb == u"receipt") && positional.size() == 2)
        return pdf(cli, positional.first(), positional.last(), verb == u"receipt");
    return cli.wrongUsage(message("cli.parse").with("reason", QString(QStringLiteral("ticket ") + verb)));
}

} // namespace encore::cli
