// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorscan.h"
#include "secrets.h"

#include "api/meeting.h"
#include "sync/deskstore.h"
#include "sync/here.h"

#include <QEventLoop>
#include <QObject>

#include <thread>

namespace encore::cli
{

using commands::ScanInput;
using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;

namespace
{

struct MeetingRow {
    bool isMet = false;
    std::vector<QString> desks;
    QString trouble;
    qint64 heard = 0; ///< how often something new came from the others
    friend bool operator==(const MeetingRow&, const MeetingRow&) = default;
};

struct CodeRow {
    QString code;
};

} // namespace

} // namespace encore::cli

namespace encore::commands
{

template<>
struct Descriptor<cli::MeetingRow> {
    static auto fields()
    {
        using R = cli::MeetingRow;
        return std::tuple(field("met", &R::isMet, ""), field("desks", &R::desks, ""), field("trouble", &R::trouble, ""), field("heard", &R::heard, ""));
    }
};
template<>
struct Descriptor<cli::CodeRow> {
    static auto fields() { return std::tuple(field("code", &cli::CodeRow::code, "")); }
};

} // namespace encore::commands

namespace encore::cli
{

namespace
{

/// The secret that this desk's meetings go by: the same each time, so that whoever was shown the code finds the way back.
Result<QByteArray> meetingSecret(Cli& cli, const sync::Position& known, bool isNew)
{
    const auto secrets = openSecrets(cli);
    if (!secrets)
        return secrets.error();
    const QString name = sync::meetingSecretName(known.device);
    if (const auto kept = (*secrets)->read(name); !isNew && (kept || kept.error().code != ErrorCode::NotFound))
        return kept;
    const QByteArray made = cli.random().bytes(sync::MeetingCode::secretBytes);
    if (const domain::Status written = (*secrets)->write(name, made); !written)
        return written.error();
    return made;
}

domain::Status open(Cli& cli, api::Meeting& meeting, const sync::Position& known, const QString& listen, bool isNew)
{
    const qsizetype colon = listen.lastIndexOf(u':');
    bool isNumber = false;
    const quint16 port = listen.mid(colon + 1).toUShort(&isNumber);
    if (colon <= 0 || !isNumber)
        return error(ErrorCode::Invalid, message("meeting.listen").with("text", listen.left(100)));
    const QString host = listen.left(colon);
    const bool isAnywhere = host == u"0.0.0.0";
    const QStringList addresses = isAnywhere ? sync::ownAddresses() : QStringList{host};
    if (addresses.isEmpty())
        return error(ErrorCode::Unavailable, message("meeting.no_network"));
    const Result<QByteArray> secret = meetingSecret(cli, known, isNew);
    if (!secret)
        return secret.error();
    const auto code = meeting.open(host, port, addresses.first(), *secret);
    if (!code)
        return code.error();
    if (cli.json())
        cli.printJson(commands::encodeText(CodeRow{code->text()}));
    else
        cli.say(code->text());
    return domain::done();
}

void tell(Cli& cli, const sync::MeetingState& state, MeetingRow& last)
{
    MeetingRow row{state.isMet, state.desks, state.trouble.isEmpty() ? QString() : cli.inWords(state.trouble), cli.json() ? state.revision : 0};
    if (row == last)
        return;
    last = row;
    if (cli.json())
        cli.printJson(commands::encodeText(row));
    else if (!row.trouble.isEmpty())
        cli.say(row.trouble);
    else
        cli.say(cli.inWords(message("meeting.here").with("count", qint64(state.desks.size()))));
}

/// Codes that are read on standard input are decided in this thread, between what is heard.
void readCodes(QObject& anchor, DoorScan& door, api::Meeting& meeting)
{
    std::thread([&anchor, &door, &meeting] {
        DoorScan::standardInput([&](const QStringList& texts) {
            QMetaObject::invokeMethod(&anchor, [&door, &meeting, texts] {
                door.codes(texts);
                meeting.somethingWasDone();
            }, Qt::BlockingQueuedConnection);
        });
    }).detach(); // reads until this program ends
}

} // namespace

int runMeet(Cli& cli, const QStringList& arguments)
{
    const Options options(cli, arguments,
                          {option("listen", "HOST:PORT"), option("new-code"), option("join", "CODE"), option("gate", "G"), option("device", "NAME")});
    if (!options.ok())
        return WrongUsage;
    if (!options.positional().isEmpty() || options.has("listen") == options.has("join"))
        return cli.wrongUsage(message("cli.parse").with("reason", QStringLiteral("meet --listen HOST:PORT | --join CODE")));
    Result<Desk> desk = openDesk(cli);
    if (!desk)
        return cli.fail(desk.error());
    store::Reader& reader = desk->workspace->reader();
    const sync::Position known = sync::position(reader);
    if (known.server.isEmpty())
        return cli.fail(error(ErrorCode::Refused, message("meeting.alone")));
    ScanInput common;
    common.actor = owner();
    common.device = options.has("device") ? options.value("device") : QStringLiteral("encorectl");
    if (options.has("gate")) {
        const Result<domain::GateId> gate = findGate(options.value("gate"), *desk->workspace, reader);
        if (!gate)
            return cli.fail(gate.error());
        common.gateId = *gate;
    }
    sync::LoopTimers timers;
    sync::LocalDeskWriter writer(*desk->executor, timers);
    api::Meeting meeting({writer, timers, cli.clock(), cli.random()}, {{known.device, common.device}, desk->workspace->record().id});
    meeting.onChange([&cli, &meeting, last = MeetingRow()]() mutable { tell(cli, meeting.state(), last); });
    if (options.has("listen")) {
        if (const domain::Status opened = open(cli, meeting, known, options.value("listen"), options.has("new-code")); !opened)
            return cli.fail(opened.error());
    } else {
        const auto code = sync::parseMeetingCode(options.value("join"));
        if (!code)
            return cli.fail(code.error());
        meeting.join(*code);
    }
    DoorScan door(cli, desk.value(), common);
    QObject anchor;
    if (options.has("gate"))
        readCodes(anchor, door, meeting);
    QEventLoop loop;
    return loop.exec(); // until it is ended
}

} // namespace encore::cli
