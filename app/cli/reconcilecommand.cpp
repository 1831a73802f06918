// SPDX-License-Identifier: GPL-3.0-or-later
// A provider's file against the books: encorectl reconcile --provider toss FILE.
#include "cli.h"

#include "commands/settlement/providerbooks.h"
#include "domain/csv.h"

#include <QFile>

namespace encore::cli
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using report::MatchResult;
using report::ProviderFile;
using report::Reconciliation;

namespace
{

Result<QByteArray> bytesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return error(ErrorCode::Unavailable, message("file.unreadable").with("file", path).with("reason", file.errorString()));
    if (file.size() > report::mostProviderBytes)
        return error(ErrorCode::Invalid, message("provider.too_big").with("megabytes", report::mostProviderBytes >> 20));
    return file.readAll();
}

QString listed(const std::vector<qint64>& sequences)
{
    QStringList numbers;
    for (const qint64 sequence : sequences)
        numbers << QString::number(sequence);
    return numbers.join(u' ');
}

QByteArray csvOf(Cli& cli, const ProviderFile& file, const Reconciliation& made)
{
    QByteArray csv = domain::csvLine({QStringLiteral("line"), QStringLiteral("status"), QStringLiteral("event"), QStringLiteral("provider_txn_id"), QStringLiteral("payment_id"),
                                      QStringLiteral("reference"), QStringLiteral("occurred_at"), QStringLiteral("payout_date"), QStringLiteral("currency"), QStringLiteral("gross"),
                                      QStringLiteral("fee"), QStringLiteral("net"), QStringLiteral("ledger_seq"), QStringLiteral("difference"), QStringLiteral("suggestions"),
                                      QStringLiteral("note"), QStringLiteral("text")});
    for (const MatchResult& result : made.results) {
        const report::ProviderLine* line = result.line ? &file.lines[*result.line] : nullptr;
        const report::ProviderRow row = line && line->row ? *line->row : report::ProviderRow();
        const bool isRead = line && line->row;
        const auto money = [&](qint64 minor) { return isRead ? domain::plainText({minor, row.currency}) : QString(); };
        csv += domain::csvLine({line ? QString::number(line->line) : QString(), domain::enumText(result.status), isRead ? domain::enumText(row.event) : QString(), row.transaction,
                                row.payment, row.reference, isRead ? domain::formatInstant(row.occurredAt) : QString(), row.payoutDate.toString(Qt::ISODate),
                                isRead ? row.currency.code() : QString(), money(row.gross), money(row.fee), money(row.net), listed(result.entries),
                                QString::number(result.difference), listed(result.suggestions), result.note.id.isEmpty() ? QString() : cli.inWords(result.note),
                                line ? line->text : QString()});
    }
    return csv;
}

/// The certificate: whatever went in stands under one status, and the rest is explained.
QByteArray certificate(const Reconciliation& made)
{
    commands::JsonDocument object(rapidjson::kObjectType);
    auto& allocator = object.GetAllocator();
    const auto amounts = [&](const std::map<QString, qint64>& sums) {
        commands::JsonValue value(rapidjson::kObjectType);
        for (const auto& [code, sum] : sums)
            value.AddMember(commands::jsonString(code, allocator), commands::JsonValue(int64_t(sum)), allocator);
        return value;
    };
    commands::JsonValue statuses(rapidjson::kObjectType);
    for (const auto& [status, sum] : made.sums) {
        commands::JsonValue one(rapidjson::kObjectType);
        one.AddMember("lines", int64_t(sum.lines), allocator);
        one.AddMember("entries", int64_t(sum.entries), allocator);
        one.AddMember("gross", amounts(sum.gross), allocator);
        statuses.AddMember(commands::jsonString(domain::enumText(status), allocator), one, allocator);
    }
    object.AddMember("lines", int64_t(made.lines), allocator);
    object.AddMember("entries", int64_t(made.entries), allocator);
    object.AddMember("statuses", statuses, allocator);
    object.AddMember("file_gross", amounts(made.fileGross), allocator);
    object.AddMember("file_fees", amounts(made.fileFees), allocator);
    object.AddMember("book_amount", amounts(made.bookAmount), allocator);
    object.AddMember("clean", made.isClean(), allocator);
    object.AddMember("hash", commands::jsonString(QString::fromLatin1(made.hash.toHex()), allocator), allocator);
    return commands::jsonText(object);
}

void sayLeftOver(Cli& cli, const ProviderFile& file, const Reconciliation& made)
{
    for (const auto& [status, sum] : made.sums)
        cli.say(domain::enumText(status) + u'\t' + QString::number(sum.lines + sum.entries));
    for (const MatchResult& result : made.results) {
        if (result.status == report::MatchStatus::Matched)
            continue;
        const QString place = result.line ? cli.inWords(message("reconcile.line").with("line", file.lines[*result.line].line)) : QString();
        const QString entries = result.entries.empty() ? QString() : cli.inWords(message("reconcile.entries").with("entries", listed(result.entries)));
        QStringList parts{domain::enumText(result.status), place, entries, result.note.id.isEmpty() ? QString() : cli.inWords(result.note)};
        parts.removeAll(QString());
        cli.say(parts.join(QStringLiteral(" · ")));
    }
    cli.say(cli.inWords(message("reconcile.sum").with("lines", made.lines).with("entries", made.entries).with("hash", QString::fromLatin1(made.hash.toHex()))));
}

Result<ProviderFile> read(report::ProviderFormat format, const Options& options)
{
    report::ColumnMapping mapping;
    if (format == report::ProviderFormat::Generic) {
        const Result<QByteArray> json = bytesOf(options.value("mapping"));
        if (!json)
            return json.error();
        const Result<report::ColumnMapping> wanted = report::readMapping(*json);
        if (!wanted)
            return wanted.error();
        mapping = *wanted;
    }
    const Result<QByteArray> bytes = bytesOf(options.positional().first());
    return bytes ? report::readProviderFile(format, *bytes, mapping) : Result<ProviderFile>(bytes.error());
}

} // namespace

int runReconcile(Cli& cli, const QStringList& arguments)
{
    const Options options(cli, arguments, {option("provider", "P"), option("mapping", "M"), option("account", "NAME"), option("out", "FILE")});
    if (!options.ok())
        return WrongUsage;
    const auto format = domain::enumFromText<report::ProviderFormat>(options.value("provider"));
    const bool isGeneric = format == report::ProviderFormat::Generic;
    if (!format || options.positional().size() != 1 || options.has("mapping") != isGeneric || (isGeneric && !options.has("account")))
        return cli.wrongUsage(message("cli.parse").with("reason", QStringLiteral("reconcile --provider toss|adyen|stripe FILE | reconcile --provider generic --mapping M --account NAME FILE")));
    const Result<ProviderFile> file = read(*format, options);
    if (!file)
        return cli.fail(file.error());
    const auto workspace = cli.openWorkspace(store::Workspace::Intent::Read);
    if (!workspace)
        return cli.fail(workspace.error());
    const QString account = options.has("account") ? options.value("account") : domain::enumText(*format);
    const auto books = commands::providerBooks((*workspace)->reader(), account);
    if (!books)
        return cli.fail(books.error());
    const Reconciliation made = report::reconcile(*file, *books, (*workspace)->record().zone);
    if (options.has("out")) {
        if (const int written = writeFile(cli, options.value("out"), csvOf(cli, *file, made)); written != Yes)
            return written;
    }
    cli.json() ? cli.printJson(certificate(made)) : sayLeftOver(cli, *file, made);
    return made.isClean() ? Yes : No;
}

} // namespace encore::cli
