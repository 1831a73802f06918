// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"
#include "imagecommands.h"
#include "tourhouse.h"

#include "commands/audit/verifyworkspace.h"
#include "commands/demo/democampaigns.h"
#include "commands/demo/demosales.h"
#include "commands/fulfilment/fulfilment.h"
#include "commands/orders/salequeries.h"
#include "commands/ledger/ledgerexport.h"
#include "commands/projects/closeproject.h"
#include "commands/projects/projectqueries.h"
#include "payment/clockwork.h"
#include "commands/bundle/bundlefiles.h"
#include "commands/door/checkin.h"
#include "commands/door/undoscan.h"
#include "commands/tickets/addsigningkey.h"
#include "commands/tickets/issueticket.h"
#include "commands/tickets/signingkeys.h"
#include "raster/codeimage.h"
#include "raster/paperpdf.h"
#include "ticket/ticketcode.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace encore::cli
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

namespace
{

/// Does the main job for real, without a person, and says what it did. Stops at the first step that does not go as it must.
class Tour
{
public:
    Tour(Cli& cli, const QString& folder, bool withPictures) : m_cli(cli), m_folder(folder), m_withPictures(withPictures) { }

    [[nodiscard]] Status run()
    {
        using Step = Status (Tour::*)();
        for (const Step step : {&Tour::openWorkspace, &Tour::makeDemoData, &Tour::makeTicket, &Tour::admitAndRefuse, &Tour::undo,
                                &Tour::runCampaigns, &Tour::editCampaign, &Tour::sell,
                                &Tour::admitGroup, &Tour::closeCampaign, &Tour::sendThings, &Tour::writeBooks, &Tour::prove, &Tour::meetAtServer}) {
            if (const Status done = (this->*step)(); !done)
                return done;
        }
        if (m_withPictures) {
            if (const Status taken = takePictures(); !taken)
                return taken;
        }
        return writeList();
    }

private:
    void did(const QString& line)
    {
        m_list << line;
        m_cli.say(QStringLiteral("✓ ") + line);
    }

    [[nodiscard]] Status unexpected(const QString& what) const
    {
        return unexpectedOnTour(what);
    }

    [[nodiscard]] Status openWorkspace()
    {
        const QString path = m_folder.filePath(QStringLiteral("tour.encore"));
        removeWorkspace(path);
        store::WorkspaceRecord record;
        record.id = domain::WorkspaceId(domain::makeUuidV7(m_cli.clock().now(), m_cli.random()));
        record.name = QStringLiteral("Tour");
        record.currency = QStringLiteral("KRW");
        auto made = store::Workspace::create(path, record, m_cli.clock(), m_cli.random());
        if (!made)
            return made.error();
        m_desk.workspace = std::move(made).value();
        m_desk.executor = std::make_unique<commands::Executor>(m_desk.workspace->reader(), QStringLiteral("tour"), m_cli.clock(),
                                                               m_cli.random());
        did(m_cli.inWords(message("tour.workspace").with("file", path)));
        return domain::done();
    }

    [[nodiscard]] Status makeDemoData()
    {
        const auto imported = commands::importDemo(1, commands::DemoScale::Small, *m_desk.executor, owner());
        if (!imported)
            return imported.error();
        did(m_cli.inWords(message("tour.demo").with("tickets", m_desk.workspace->reader().ticketCount())));
        return domain::done();
    }

    /// A ticket that may enter, signed with a new key, as a picture of its QR code.
    [[nodiscard]] Status makeTicket()
    {
        m_key = ticket::makeSigningKey(m_cli.random().bytes(32));
        commands::AddSigningKey command;
        command.publicKey = m_key.publicKey;
        command.label = QStringLiteral("tour");
        if (const auto added = m_desk.executor->run(commands::makeRequest(command, owner())); !added)
            return added.error();
        store::Reader& reader = m_desk.workspace->reader();
        m_gate = domain::idForExternal<domain::GateId>(m_desk.workspace->record().id, QStringLiteral("main-a"));
        for (int number = 1; number <= 300; ++number) {
            const QString label = QStringLiteral("T%1").arg(number, 6, 10, QLatin1Char('0'));
            const auto id = domain::idForExternal<domain::TicketId>(m_desk.workspace->record().id, label);
            commands::ScanInput look;
            look.ticketId = id;
            look.gateId = m_gate;
            look.lookOnly = true;
            const auto verdict = commands::CheckIn::look(look, reader, m_cli.clock().now());
            if (!verdict || verdict->kind != door::VerdictKind::Admitted)
                continue;
            const Result<QString> code = commands::signCodeFor(id, m_key, reader);
            if (!code)
                return code.error();
            return savePicture(*code, label);
        }
        return unexpected(QStringLiteral("no ticket may enter"));
    }

    [[nodiscard]] Status savePicture(const QString& code, const QString& label)
    {
        const Result<QByteArray> picture = raster::qrPng(code);
        if (!picture)
            return picture.error();
        m_picture = m_folder.filePath(QStringLiteral("ticket.png"));
        if (const Status saved = save(m_picture, *picture); !saved)
            return saved;
        did(m_cli.inWords(message("tour.ticket").with("ticket", label).with("file", m_picture)));
        return domain::done();
    }

    [[nodiscard]] static Status save(const QString& path, const QByteArray& bytes)
    {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            return error(ErrorCode::Unavailable, message("file.unwritable").with("file", path).with("reason", file.errorString()));
        return domain::done();
    }

    [[nodiscard]] Result<door::Verdict> scanPicture(const QString& picture, qint64 agoMs, std::optional<int> people = std::nullopt)
    {
        const Result<std::vector<raster::PageCodes>> pages = codesInFile(picture);
        if (!pages)
            return pages.error();
        if (pages->size() != 1 || pages->front().codes.size() != 1)
            return unexpected(QStringLiteral("the picture's code was not read")).error();
        commands::ScanInput input;
        input.code = pages->front().codes.front().text;
        input.gateId = m_gate;
        input.people = people;
        input.at = m_cli.clock().now().plusMs(-agoMs);
        input.device = QStringLiteral("tour");
        input.actor = owner();
        return commands::CheckIn(*m_desk.executor).scan(input);
    }

    [[nodiscard]] Status admitAndRefuse()
    {
        const auto first = scanPicture(m_picture, 3 * 60'000);
        if (!first)
            return first.error();
        if (first->kind != door::VerdictKind::Admitted)
            return unexpected(m_cli.inWords(first->explanation));
        did(m_cli.inWords(message("tour.admitted").with("holder", first->holder).with("gate", first->gateName)));
        m_scan = *first->scanId;
        const auto second = scanPicture(m_picture, 2 * 60'000);
        if (!second)
            return second.error();
        if (second->reason != door::Reason::AlreadyAdmitted)
            return unexpected(m_cli.inWords(second->explanation));
        did(m_cli.inWords(message("tour.refused").with("why", second->explanation)));
        return domain::done();
    }

    [[nodiscard]] Status undo()
    {
        commands::UndoScan command;
        command.scanId = m_scan;
        command.reason = QStringLiteral("tour");
        if (const auto undone = m_desk.executor->run(commands::makeRequest(command, owner())); !undone)
            return undone.error();
        const auto again = scanPicture(m_picture, 60'000);
        if (!again)
            return again.error();
        if (again->kind != door::VerdictKind::Admitted)
            return unexpected(m_cli.inWords(again->explanation));
        did(m_cli.inWords(message("tour.undone")));
        return domain::done();
    }

    [[nodiscard]] Status runCampaigns()
    {
        const auto made = commands::runDemoCampaigns(1, commands::DemoScale::Small, *m_desk.executor, owner());
        if (!made)
            return made.error();
        const auto rows = commands::Projects{}.ask({m_desk.workspace->reader(), m_cli.clock().now(), false});
        if (!rows)
            return rows.error();
        for (const commands::Projects::Row& row : *rows) {
            did(m_cli.inWords(message("tour.campaign")
                                  .with("title", row.title)
                                  .with("state", domain::messageFor("project.state.", row.state))
                                  .with("raised", row.raisedAtClosing.value_or(row.raised))
                                  .with("goal", row.goal)
                                  .with("backers", row.backers)));
        }
        return domain::done();
    }

    /// As a musician on a train: the text may change, the goal of a live campaign may not.
    [[nodiscard]] Status editCampaign()
    {
        commands::EditProject edit;
        edit.projectId = domain::idForExternal<domain::ProjectId>(m_desk.workspace->record().id, QStringLiteral("demo-spring"));
        edit.story = QStringLiteral("## 두 시간의 봄 Two hours of spring");
        if (const auto edited = m_desk.executor->run(commands::makeRequest(edit, owner())); !edited)
            return edited.error();
        edit.goal = 1;
        const auto refused = m_desk.executor->run(commands::makeRequest(edit, owner()));
        if (refused)
            return unexpected(QStringLiteral("the goal of a live campaign was changed"));
        did(m_cli.inWords(message("tour.edited").with("why", refused.error().message)));
        return domain::done();
    }

    [[nodiscard]] domain::OfferId offer(const char* label) const
    {
        return domain::idForExternal<domain::OfferId>(m_desk.workspace->record().id, QString::fromLatin1(label));
    }

    /// The label of the new order.
    [[nodiscard]] Result<QString> place(const commands::PlaceOrder& order)
    {
        const auto placed = m_desk.executor->run(commands::makeRequest(order, owner()));
        if (!placed)
            return placed.error();
        const auto json = commands::parseJson(placed->json);
        if (!json)
            return json.error();
        return QString::fromUtf8((*json)["label"].GetString());
    }

    /// A school class on one piece of paper: three come, and then the rest of them together.
    [[nodiscard]] Status admitGroup()
    {
        commands::PlaceOrder order;
        order.nonce = QStringLiteral("tour group");
        order.lines = {{offer("demo-standing"), 24}};
        order.isGroup = true;
        order.buyerName = QStringLiteral("한강초등학교 4학년 1반");
        order.complimentary = QStringLiteral("school");
        const Result<QString> placed = place(order);
        if (!placed)
            return placed.error();
        const auto id = domain::idForExternal<domain::OrderId>(m_desk.workspace->record().id, *placed);
        const auto papers = commands::ticketPapers(id, m_key, m_desk.workspace->reader());
        if (!papers)
            return papers.error();
        const auto pdf = raster::ticketPdf(*papers, m_cli.language());
        if (!pdf)
            return pdf.error();
        const QString path = m_folder.filePath(QStringLiteral("group.pdf"));
        if (const Status saved = save(path, *pdf); !saved)
            return saved;
        const auto first = scanPicture(path, 30'000);
        const auto rest = scanPicture(path, 10'000, 23);
        if (!first || !rest)
            return first ? rest.error() : first.error();
        if (rest->group != door::GroupCount{24, 24})
            return unexpected(m_cli.inWords(rest->explanation));
        did(m_cli.inWords(message("tour.group").with("people", rest->group->people).with("file", path)));
        return domain::done();
    }

    /// An evening at the counter, and one sale in full: cash with change, the tickets on paper and off it again, a refund of one line.
    [[nodiscard]] Status sell()
    {
        const auto orders = commands::runDemoSales(*m_desk.executor, owner());
        if (!orders)
            return orders.error();
        commands::PlaceOrder order;
        order.nonce = QStringLiteral("tour");
        order.lines = {{offer("demo-late"), 2}};
        const Result<QString> placed = place(order);
        if (!placed)
            return placed.error();
        const QString& label = *placed;
        commands::PayOrder pay;
        pay.orderId = domain::idForExternal<domain::OrderId>(m_desk.workspace->record().id, label);
        pay.tenders.emplace_back();
        pay.tenders.front().given = 70'000;
        if (const auto paid = m_desk.executor->run(commands::makeRequest(pay, owner())); !paid)
            return paid.error();
        did(m_cli.inWords(message("tour.sold").with("orders", *orders + 1).with("order", label)));
        commands::RefundOrder refund;
        refund.orderId = pay.orderId;
        refund.lines = {2};
        refund.reason = QStringLiteral("tour");
        if (const auto refunded = m_desk.executor->run(commands::makeRequest(refund, owner())); !refunded)
            return refunded.error();
        const auto sale = commands::OrderDetails{pay.orderId}.ask({m_desk.workspace->reader(), m_cli.clock().now(), false});
        if (!sale || sale->front().sale.state != domain::OrderState::PartlyRefunded)
            return unexpected(QStringLiteral("the line was not refunded"));
        did(m_cli.inWords(message("tour.line_refunded").with("order", label).with("amount", sale->front().sale.tenders.front().refunded)));
        return domain::done();
    }

    /// Time goes on to the end of the live campaign: it closes by its plan, and money goes back or to the payee.
    [[nodiscard]] Status closeCampaign()
    {
        const auto id = domain::idForExternal<domain::ProjectId>(m_desk.workspace->record().id, QStringLiteral("demo-spring"));
        const commands::QueryContext context{m_desk.workspace->reader(), m_cli.clock().now(), false};
        const auto plan = commands::PlanClosing{id, {}, {}, {}, {}}.ask(context);
        const auto before = commands::Projects{id}.ask(context);
        if (!plan || !before)
            return plan ? before.error() : plan.error();
        payment::EffectWorker worker = payment::standaloneWorker();
        const auto report = payment::runClockwork(*m_desk.executor, worker, owner(), *before->front().endsAt);
        if (!report)
            return report.error();
        const auto after = commands::Projects{id}.ask(context);
        if (!after || report->due.closed != 1)
            return unexpected(QStringLiteral("the campaign was not closed"));
        did(m_cli.inWords(message("tour.closed")
                              .with("hash", QString::fromLatin1(plan->front().planHash.toHex().left(16)))
                              .with("state", domain::messageFor("project.state.", after->front().state))
                              .with("refunded", plan->front().refunded)
                              .with("payable", plan->front().payable)));
        return domain::done();
    }

    /// What the funded campaigns of the demo owe: slips for the parcels that can leave.
    [[nodiscard]] Status sendThings()
    {
        const auto id = domain::idForExternal<domain::ProjectId>(m_desk.workspace->record().id, QStringLiteral("demo-first-album"));
        const auto totals = commands::PackingTotals{id}.ask({m_desk.workspace->reader(), m_cli.clock().now(), false});
        const auto project = commands::Projects{id}.ask({m_desk.workspace->reader(), m_cli.clock().now(), false});
        if (!totals || !project)
            return totals ? project.error() : totals.error();
        qint64 sent = 0;
        qint64 open = 0;
        for (const commands::PackingTotals::Row& row : *totals) {
            sent += row.sent;
            open += row.quantity - row.sent;
        }
        qint64 withoutAddress = 0;
        const auto papers = commands::packingPapers(id, m_desk.workspace->reader(), withoutAddress);
        if (!papers)
            return papers.error();
        if (papers->empty() || sent == 0)
            return unexpected(QStringLiteral("nothing to send"));
        const QString path = m_folder.filePath(QStringLiteral("packing.pdf"));
        const QByteArray pdf = raster::packingPdf(*papers, m_cli.language());
        if (const Status saved = save(path, pdf); !saved)
            return saved;
        did(m_cli.inWords(message("tour.sent").with("title", project->front().title).with("parcels", sent).with("open", open).with("file", path)));
        return domain::done();
    }

    [[nodiscard]] Status writeBooks()
    {
        const QString path = m_folder.filePath(QStringLiteral("books.journal"));
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return error(ErrorCode::Unavailable, message("file.unwritable").with("file", path).with("reason", file.errorString()));
        if (const Status written = commands::exportLedger(m_desk.workspace->reader(), report::JournalFormat::Hledger, std::nullopt, file); !written)
            return written;
        if (!file.commit())
            return error(ErrorCode::Unavailable, message("file.unwritable").with("file", path).with("reason", file.errorString()));
        did(m_cli.inWords(message("tour.books").with("file", path)));
        return domain::done();
    }

    [[nodiscard]] Status prove()
    {
        const auto report = commands::verifyWorkspace(m_desk.workspace->reader());
        if (!report)
            return report.error();
        if (!report->faults.empty())
            return unexpected(m_cli.inWords(report->faults.front()));
        did(m_cli.inWords(commands::wordsOf(*report)));
        return domain::done();
    }

    [[nodiscard]] Status meetAtServer()
    {
        m_path = m_desk.workspace->path();
        m_desk = {}; // a server works on a copy of it, and after that the console takes pictures of it
        return TourHouse(m_cli, m_folder, [this](const QString& line) { did(line); }).run(m_path);
    }

    /// The console itself takes them, as it looks to a person; it stands beside this program.
    [[nodiscard]] Status takePictures()
    {
        QProcess console;
        console.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        startConsoleUnseen(console, {QStringLiteral("--pictures"), m_folder.filePath(QStringLiteral("pictures")), QStringLiteral("--read"), m_picture, m_path});
        if (!console.waitForStarted())
            return error(ErrorCode::Unavailable, message("tour.no_console"));
        if (!console.waitForFinished(300'000) || console.exitCode() != 0)
            return unexpected(QStringLiteral("encore --pictures"));
        const QList<QByteArray> pictures = console.readAllStandardOutput().trimmed().split('\n');
        for (const QByteArray& picture : pictures)
            m_list << QString::fromUtf8(picture);
        did(m_cli.inWords(message("tour.pictures").with("count", pictures.size())));
        return domain::done();
    }

    [[nodiscard]] Status writeList()
    {
        return save(m_folder.filePath(QStringLiteral("list.txt")), m_list.join(u'\n').toUtf8() + '\n');
    }

    Cli& m_cli;
    QDir m_folder;
    bool m_withPictures;
    QStringList m_list;
    Desk m_desk;
    QString m_path; ///< of its file, once it is closed
    ticket::SigningKey m_key;
    domain::GateId m_gate;
    domain::ScanId m_scan;
    QString m_picture;
};

} // namespace

int runTour(Cli& cli, const QStringList& arguments)
{
    const Options options(cli, arguments, {option("out", "DIR"), option("no-pictures")});
    if (!options.ok())
        return WrongUsage;
    if (!options.has("out") || !options.positional().isEmpty())
        return cli.wrongUsage(message("cli.parse").with("reason", QStringLiteral("tour --out DIR [--no-pictures]")));
    if (!QDir().mkpath(options.value("out")))
        return cli.fail(error(ErrorCode::Unavailable, message("store.no_folder").with("file", options.value("out"))));
    Tour tour(cli, QDir(options.value("out")).absolutePath(), !options.has("no-pictures"));
    if (const Status done = tour.run(); !done)
        return cli.fail(done.error());
    return Yes;
}

} // namespace encore::cli
