// SPDX-License-Identifier: GPL-3.0-or-later

// The working threads of the console on a real workspace: what they answer, on which thread, and what is in the file afterwards.

#include "bundlethread.h"
#include "commands/audit/verifyworkspace.h"
#include "commands/door/doorqueries.h"
#include "commands/outgoing/outgoing.h"
#include "commands/tickets/ticketstate.h"
#include "deskpin.h"
#include "commands/projects/pictures.h"
#include "filedesk.h"
#include "letterdesk.h"
#include "paperdesk.h"
#include "payment/scheduler.h"
#include "readerthread.h"
#include "support/campaigndesk.h"
#include "writerthread.h"

#include <QImage>
#include <QSignalSpy>
#include <QTest>

using namespace encore;
using domain::ErrorCode;

class tst_Console : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void answersScansInOrderOnThisThread();
    void oneRefusalHarmsNoOther();
    void nobodyWaitsAnyMore();
    void finishesWhatWasAskedFor();
    void aSecondConsoleOnlyLooks();
    void readsWhatWasWritten();
    void thePinOfADesk();
    void wrongPinsWaitLonger();
    void importsBesideScanning();
    void aStoppedImportChangesNothing();
    void aBadBundleChangesNothing();
    void whatIsExportedComesBack();
    void aCampaignEndsByItself();
    void ticketsAreSignedHere();
    void secretsOfSendingAreKept();
    void picturesAreTakenIn();
    void tablesAreTakenIn();

private:
    [[nodiscard]] domain::GateId gate() const;
    [[nodiscard]] commands::ScanInput input(int number) const;
    [[nodiscard]] domain::Status setPin(console::DeskPin& pin, const char* current, const char* next);
    [[nodiscard]] domain::Status verify(console::DeskPin& pin, const char* digits);
    [[nodiscard]] domain::Result<domain::Message> import(console::BundleThread& bundles, const QString& path);

    QTemporaryDir m_folder;
    console::Mailbox m_mailbox;
    std::unique_ptr<support::TestDesk> m_desk;
    std::unique_ptr<console::WriterThread> m_writer;
    std::unique_ptr<console::ReaderThread> m_reader;
};

void tst_Console::init()
{
    m_desk = std::make_unique<support::TestDesk>();
    QVERIFY(commands::importDemo(1, commands::DemoScale::Small, *m_desk->executor, m_desk->owner).ok());
    m_writer = std::make_unique<console::WriterThread>(*m_desk->workspace, QStringLiteral("Desk"), m_desk->clock, m_desk->random, m_mailbox);
    m_reader = std::make_unique<console::ReaderThread>(*m_desk->workspace, m_desk->clock, m_mailbox);
}

void tst_Console::cleanup()
{
    m_reader.reset();
    m_writer.reset();
    m_desk.reset();
}

domain::GateId tst_Console::gate() const
{
    return domain::idForExternal<domain::GateId>(m_desk->workspace->record().id, QStringLiteral("main-a"));
}

commands::ScanInput tst_Console::input(int number) const
{
    commands::ScanInput scan;
    scan.gateId = gate();
    scan.reason = QStringLiteral("by name");
    scan.ticketId = domain::idForExternal<domain::TicketId>(m_desk->workspace->record().id,
                                                            QStringLiteral("T%1").arg(number, 6, 10, QLatin1Char('0')));
    return scan;
}

void tst_Console::answersScansInOrderOnThisThread()
{
    std::vector<int> order;
    QThread* answeredIn = nullptr;
    int admitted = 0;
    for (int number = 1; number <= 200; ++number) {
        m_writer->scan(input(number), this, [&, number](const domain::Result<door::Verdict>& verdict) {
            if (!verdict)
                qFatal("%s", qPrintable(domain::words(verdict.error().message, domain::Language::English)));
            order.push_back(number);
            answeredIn = QThread::currentThread();
            admitted += verdict->kind == door::VerdictKind::Admitted ? 1 : 0;
        });
    }
    QTRY_COMPARE(order.size(), size_t(200));
    QVERIFY(std::is_sorted(order.begin(), order.end()));
    QCOMPARE(answeredIn, thread());
    QVERIFY(admitted > 100);
    QCOMPARE(m_desk->count("scans WHERE verdict = 'admitted'"), qint64(admitted));
    m_desk->reader().forgetWhatOthersChanged();
    const auto audit = commands::verifyWorkspace(m_desk->reader());
    QVERIFY(audit.ok() && audit->faults.empty());
}

void tst_Console::oneRefusalHarmsNoOther()
{
    commands::ScanInput nowhere = input(1);
    nowhere.gateId = domain::GateId(QUuid::createUuid());
    int answers = 0;
    bool refused = false;
    const auto count = [&](const domain::Result<door::Verdict>& verdict) {
        ++answers;
        QVERIFY(verdict.ok());
    };
    m_writer->scan(input(2), this, count);
    m_writer->scan(nowhere, this, [&](const domain::Result<door::Verdict>& verdict) {
        ++answers;
        refused = !verdict.ok();
    });
    m_writer->scan(input(3), this, count);
    QTRY_COMPARE(answers, 3);
    QVERIFY(refused);
    QCOMPARE(m_desk->count("scans"), qint64(2));
}

void tst_Console::nobodyWaitsAnyMore()
{
    bool late = false;
    auto receiver = std::make_unique<QObject>();
    m_writer->scan(input(1), receiver.get(), [&](const domain::Result<door::Verdict>&) { late = true; });
    receiver.reset();
    bool done = false;
    m_writer->scan(input(2), this, [&](const domain::Result<door::Verdict>&) { done = true; });
    QTRY_VERIFY(done);
    QVERIFY(!late);
    QCOMPARE(m_desk->count("scans"), qint64(2)); // the guest is in, whoever looked
}

/// Closing the window while scans wait loses none.
void tst_Console::finishesWhatWasAskedFor()
{
    for (int number = 1; number <= 100; ++number)
        m_writer->scan(input(number), this, [](const domain::Result<door::Verdict>&) {});
    m_writer.reset();
    QCOMPARE(m_desk->count("scans"), qint64(100));
}

void tst_Console::aSecondConsoleOnlyLooks()
{
    const auto second = store::Workspace::open(m_desk->workspace->path(), store::Workspace::Intent::WriteIfFree);
    QVERIFY(second.ok() && (*second)->isReadOnly());
    console::WriterThread writer(**second, QStringLiteral("Second"), m_desk->clock, m_desk->random, m_mailbox);
    console::ReaderThread reader(**second, m_desk->clock, m_mailbox);
    std::optional<ErrorCode> refusal;
    writer.scan(input(1), this, [&](const domain::Result<door::Verdict>& verdict) { refusal = verdict.error().code; });
    QTRY_VERIFY(refusal.has_value());
    QCOMPARE(*refusal, ErrorCode::ReadOnly);
    bool seen = false;
    reader.ask(commands::WorkspaceInfo{}, this, [&](const auto& rows) { seen = rows.ok() && rows->front().readOnly; });
    QTRY_VERIFY(seen);
    console::BundleThread bundles(**second, QStringLiteral("Second"), m_desk->clock, m_desk->random, m_mailbox);
    std::optional<domain::Result<domain::Message>> answer;
    bundles.importDemo(this, [](qint64, qint64) {}, [&](const auto& result) { answer = result; });
    QTRY_VERIFY(answer.has_value());
    QCOMPARE(answer->error().code, ErrorCode::ReadOnly);
}

void tst_Console::readsWhatWasWritten()
{
    qint64 entries = -1;
    m_writer->scan(input(1), this, [&](const domain::Result<door::Verdict>&) {
        commands::DoorStatus query;
        query.gateId = gate();
        m_reader->ask(query, this, [&](const auto& rows) { entries = rows->front().entries + rows->front().refused; });
    });
    QTRY_COMPARE(entries, 1);
}

domain::Status tst_Console::setPin(console::DeskPin& pin, const char* current, const char* next)
{
    std::optional<domain::Status> answer;
    pin.set(QLatin1String(current), QLatin1String(next), this, [&](const domain::Status& status) { answer = status; });
    (void)QTest::qWaitFor([&] { return answer.has_value(); }, 20'000);
    return *answer;
}

domain::Status tst_Console::verify(console::DeskPin& pin, const char* digits)
{
    std::optional<domain::Status> answer;
    pin.verify(QLatin1String(digits), this, [&](const domain::Status& status) { answer = status; });
    (void)QTest::qWaitFor([&] { return answer.has_value(); }, 20'000);
    return *answer;
}

void tst_Console::thePinOfADesk()
{
    console::DeskPin pin(m_desk->reader(), *m_writer, m_desk->clock);
    QVERIFY(!pin.isSet());
    QCOMPARE(verify(pin, "1234").error().code, ErrorCode::NotFound);
    for (const char* bad : {"123", "1234567890123", "12a4", "", "١٢٣٤"})
        QCOMPARE(setPin(pin, "", bad).error().code, ErrorCode::Invalid);
    QVERIFY(setPin(pin, "", "4711"));
    QVERIFY(pin.isSet());
    QVERIFY(verify(pin, "4711"));
    QCOMPARE(verify(pin, "4712").error().code, ErrorCode::Forbidden);
    QCOMPARE(setPin(pin, "0000", "9999").error().code, ErrorCode::Forbidden);
    QVERIFY(setPin(pin, "4711", "9999"));
    QVERIFY(verify(pin, "9999"));
    QVERIFY(!m_desk->reader().deskValue(QStringLiteral("pin_hash")).contains(QStringLiteral("9999")));
    const console::DeskPin again(m_desk->reader(), *m_writer, m_desk->clock);
    QVERIFY(again.isSet());
}

void tst_Console::wrongPinsWaitLonger()
{
    {
        console::DeskPin pin(m_desk->reader(), *m_writer, m_desk->clock);
        QVERIFY(setPin(pin, "", "4711"));
        for (int attempt = 0; attempt < 5; ++attempt)
            QCOMPARE(verify(pin, "0000").error().code, ErrorCode::Forbidden);
        QCOMPARE(verify(pin, "4711").error().code, ErrorCode::Refused); // even the right one
    }
    QTRY_COMPARE(m_desk->reader().deskValue(QStringLiteral("pin_wrong_tries")), QStringLiteral("5"));
    console::DeskPin restarted(m_desk->reader(), *m_writer, m_desk->clock);
    QCOMPARE(verify(restarted, "4711").error().code, ErrorCode::Refused);
    m_desk->clock.advanceMs(-3'600'000); // setting the clock back is no way round
    QCOMPARE(verify(restarted, "4711").error().code, ErrorCode::Refused);
    m_desk->clock.advanceMs(3'600'000 + 4'999);
    QCOMPARE(verify(restarted, "4711").error().code, ErrorCode::Refused);
    m_desk->clock.advanceMs(1);
    QCOMPARE(verify(restarted, "0000").error().code, ErrorCode::Forbidden);
    m_desk->clock.advanceMs(9'999);
    QCOMPARE(verify(restarted, "4711").error().code, ErrorCode::Refused); // twice as long
    m_desk->clock.advanceMs(1);
    QVERIFY(verify(restarted, "4711"));
    QCOMPARE(verify(restarted, "0000").error().code, ErrorCode::Forbidden);
    QVERIFY(verify(restarted, "4711")); // counting begins anew
}

domain::Result<domain::Message> tst_Console::import(console::BundleThread& bundles, const QString& path)
{
    std::optional<domain::Result<domain::Message>> answer;
    bundles.importFile(path, this, [](qint64, qint64) {}, [&](const auto& result) { answer = result; });
    (void)QTest::qWaitFor([&] { return answer.has_value(); }, 60'000);
    return *answer;
}

void tst_Console::importsBesideScanning()
{
    const QString path = m_folder.filePath(QStringLiteral("venue.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(commands::writeDemoBundle(file, 1, commands::DemoScale::Venue, m_desk->clock.now()));
    file.close();
    console::BundleThread bundles(*m_desk->workspace, QStringLiteral("Desk"), m_desk->clock, m_desk->random, m_mailbox);
    std::optional<domain::Result<domain::Message>> answer;
    int told = 0;
    bundles.importFile(path, this, [&](qint64 done, qint64 total) { told += done <= total ? 1 : -1000; },
                       [&](const auto& result) { answer = result; });
    int answers = 0;
    for (int number = 1; !answer; ++number) {
        m_writer->scan(input(number % 300), this, [&](const domain::Result<door::Verdict>& verdict) {
            QVERIFY(verdict.ok());
            ++answers;
        });
        const int expected = number;
        QTRY_VERIFY_WITH_TIMEOUT(answers == expected, 60'000);
    }
    QVERIFY2(answer->ok(), qPrintable(answer->ok() ? QString() : domain::words(answer->error().message, domain::Language::English)));
    QVERIFY(told > 0);
    QVERIFY(answers > 0);
    m_desk->reader().forgetWhatOthersChanged();
    QVERIFY(m_desk->count("tickets") >= 3000);
    const auto audit = commands::verifyWorkspace(m_desk->reader());
    QVERIFY(audit.ok() && audit->faults.empty());
    // The writer knows what came in: a gate of the larger venue.
    commands::ScanInput there = input(2500);
    std::optional<bool> known;
    m_writer->scan(there, this, [&](const domain::Result<door::Verdict>& verdict) { known = verdict.ok() && verdict->ticketId.has_value(); });
    QTRY_VERIFY(known.has_value());
    QVERIFY(*known);
}

void tst_Console::aStoppedImportChangesNothing()
{
    const qint64 before = m_desk->count("tickets");
    const qint64 log = m_desk->count("command_log");
    const QString path = m_folder.filePath(QStringLiteral("stopped.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(commands::writeDemoBundle(file, 2, commands::DemoScale::Venue, m_desk->clock.now()));
    file.close();
    console::BundleThread bundles(*m_desk->workspace, QStringLiteral("Desk"), m_desk->clock, m_desk->random, m_mailbox);
    std::optional<domain::Result<domain::Message>> answer;
    bundles.importFile(path, this, [&](qint64, qint64) { bundles.cancel(); }, [&](const auto& result) { answer = result; });
    std::optional<domain::Result<domain::Message>> waiting;
    bundles.importFile(path, this, [](qint64, qint64) {}, [&](const auto& result) { waiting = result; });
    bundles.cancel();
    QTRY_VERIFY_WITH_TIMEOUT(answer && waiting, 60'000);
    QCOMPARE(answer->error().code, ErrorCode::Cancelled);
    QCOMPARE(waiting->error().code, ErrorCode::Cancelled);
    QCOMPARE(m_desk->count("tickets"), before);
    QCOMPARE(m_desk->count("command_log"), log);
    QVERIFY(import(bundles, path).ok()); // what comes after the stop is not stopped
}

void tst_Console::aBadBundleChangesNothing()
{
    const QString path = m_folder.filePath(QStringLiteral("bad.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"format":"encore-bundle/1","gates":[{"id":"new","name":"New"}],"orders":[{"id":"O","status":"perhaps","tickets":[]}]})");
    file.close();
    const qint64 gates = m_desk->count("gates");
    console::BundleThread bundles(*m_desk->workspace, QStringLiteral("Desk"), m_desk->clock, m_desk->random, m_mailbox);
    const auto answer = import(bundles, path);
    QVERIFY(!answer.ok());
    QVERIFY(domain::words(answer.error().message, domain::Language::English).contains(QStringLiteral("/orders/0/status")));
    QCOMPARE(m_desk->count("gates"), gates);
    const auto missing = import(bundles, m_folder.filePath(QStringLiteral("nowhere.json")));
    QCOMPARE(missing.error().code, ErrorCode::Unavailable);
}

void tst_Console::whatIsExportedComesBack()
{
    console::BundleThread bundles(*m_desk->workspace, QStringLiteral("Desk"), m_desk->clock, m_desk->random, m_mailbox);
    const QString path = m_folder.filePath(QStringLiteral("out.json"));
    std::optional<domain::Result<domain::Message>> answer;
    bundles.exportFile(path, this, [](qint64, qint64) {}, [&](const auto& result) { answer = result; });
    QTRY_VERIFY(answer.has_value());
    QVERIFY(answer->ok());
    support::TestDesk other(domain::WorkspaceId(QUuid::fromString(QStringLiteral("{018f3c1e-0000-7000-8000-000000000009}"))));
    QVERIFY(commands::importBundleFile(path, *other.executor, other.owner).ok());
    QCOMPARE(other.count("tickets"), m_desk->count("tickets"));
    QCOMPARE(other.count("gates"), m_desk->count("gates"));
}

/// Nobody presses anything: at its deadline the campaign that missed its goal gives everybody their money back, once.
void tst_Console::aCampaignEndsByItself()
{
    tests::CampaignDesk desk;
    desk.goLive("a");
    for (int i = 0; i < 30; ++i)
        desk.paidPledge("a", "p" + QByteArray::number(i), 1'000);
    desk.clock.set(tests::CampaignDesk::end);
    domain::SystemRandom random;
    const auto state = [&] {
        desk.reader().forgetWhatOthersChanged();
        return desk.project("a").state;
    };
    for (int round = 0; round < 2; ++round) { // a second console that comes later finds nothing to do
        const payment::Scheduler due(*desk.workspace, QStringLiteral("Desk"), desk.clock, random);
        QTRY_COMPARE(state(), domain::ProjectState::Failed);
        QTRY_COMPARE(desk.balance(domain::Account::provider(QStringLiteral("simulated"))), 0);
    }
    QCOMPARE(desk.escrow("a"), 0);
    QCOMPARE(desk.count("effects"), 60);
    const auto audit = commands::verifyWorkspace(desk.reader());
    QVERIFY(audit.ok() && audit->faults.empty());
}

/// The first print makes the key, the next ones use it; a desk without a place for secrets says so.
void tst_Console::ticketsAreSignedHere()
{
    commands::CommandRequest request;
    request.actor = m_desk->owner;
    const auto give = [&](const char* name, const QByteArray& arguments) {
        request.name = name;
        request.arguments = arguments;
        const auto outcome = m_desk->executor->run(request);
        return outcome ? outcome->json : QByteArray();
    };
    QVERIFY(!give("CreateOffer", R"({"label":"o","title":"Standing","performance_id":"day1","price":1000})").isEmpty());
    const auto placed = commands::parseJson(give("PlaceOrder", R"({"lines":[{"offer_id":"o","quantity":2}],"complimentary":"test"})"));
    QVERIFY(placed.ok());
    const auto order = domain::idForExternal<domain::OrderId>(m_desk->workspace->record().id, QString::fromUtf8((*placed)["label"].GetString()));
    qputenv("ENCORE_KEY_PASSPHRASE", "console");
    const console::DeskSecrets secrets(m_desk->random);
    console::PaperDesk papers(*m_desk->workspace, QStringLiteral("Desk"), secrets, m_desk->clock, m_desk->random, m_mailbox);
    std::vector<QString> codes;
    for (int round = 0; round < 2; ++round) {
        std::optional<domain::Result<std::vector<domain::TicketPaper>>> answer;
        papers.tickets(order, this, [&](const auto& found) { answer.emplace(found); });
        QTRY_VERIFY(answer.has_value());
        QVERIFY(answer->ok());
        QCOMPARE((*answer)->size(), size_t(2));
        codes.push_back((*answer)->front().code);
    }
    QCOMPARE(codes[0], codes[1]);
    m_desk->reader().forgetCatalogue();
    QVERIFY(ticket::verifyCode(codes[0], m_desk->reader().catalogue().issuers).has_value());
    std::optional<domain::Result<domain::ReceiptPaper>> receipt;
    papers.receipt(order, this, [&](const auto& found) { receipt.emplace(found); });
    QTRY_VERIFY(receipt.has_value());
    QCOMPARE((*receipt)->sale.lines.size(), size_t(2));
    qunsetenv("ENCORE_KEY_PASSPHRASE");
}

/// Each by itself, over a restart; what nothing can seal is not kept. A letter is read as it would be written.
void tst_Console::secretsOfSendingAreKept()
{
    using Letters = ui::LetterService;
    const auto known = [this](const console::DeskSecrets& secrets) {
        console::LetterDesk letters(*m_desk->workspace, secrets, m_mailbox);
        std::optional<Letters::Known> found;
        letters.secrets(this, [&](const Letters::Known& answer) { found = answer; });
        [&] { QTRY_VERIFY(found.has_value()); }();
        return std::pair(found->mailPassword, found->webhookKey);
    };
    const auto keep = [this](const console::DeskSecrets& secrets, Letters::Secret which, const char* typed) {
        console::LetterDesk letters(*m_desk->workspace, secrets, m_mailbox);
        std::optional<domain::Status> kept;
        letters.keep(which, QString::fromUtf8(typed), this, [&](const domain::Status& status) { kept = status; });
        [&] { QTRY_VERIFY(kept.has_value()); }();
        return *kept ? QByteArray() : kept->error().message.id;
    };
    const console::DeskSecrets nowhere(m_desk->random);
    QCOMPARE(keep(nowhere, Letters::Secret::MailPassword, "right one"), QByteArray("secrets.nowhere"));
    QCOMPARE(known(nowhere), std::pair(false, false));
    qputenv("ENCORE_KEY_PASSPHRASE", "console");
    const console::DeskSecrets secrets(m_desk->random);
    qunsetenv("ENCORE_KEY_PASSPHRASE");
    QCOMPARE(keep(secrets, Letters::Secret::MailPassword, "right one"), QByteArray());
    QCOMPARE(known(secrets), std::pair(true, false));
    QCOMPARE(keep(secrets, Letters::Secret::WebhookKey, "sign with this"), QByteArray());
    QCOMPARE(keep(secrets, Letters::Secret::MailPassword, ""), QByteArray());
    QCOMPARE(known(secrets), std::pair(false, true));

    const auto made = m_desk->executor->run(makeRequest(commands::SendTestMessage{QStringLiteral("kim@example.org")}, m_desk->owner));
    QVERIFY(made.ok());
    const auto rows = commands::Messages{}.ask({m_desk->reader(), m_desk->clock.now(), false});
    QVERIFY(rows && rows->size() == 1);
    console::LetterDesk letters(*m_desk->workspace, secrets, m_mailbox);
    std::optional<domain::Result<Letters::Letter>> letter;
    letters.read(rows->front().messageId, this, [&](const auto& found) { letter.emplace(found); });
    QTRY_VERIFY(letter.has_value());
    QVERIFY(letter->ok());
    QVERIFY((*letter)->text.contains(domain::words(domain::message("mail.test.text"), domain::Language::Korean)));
}

void tst_Console::picturesAreTakenIn()
{
    console::FileDesk files(*m_desk->workspace, *m_writer, m_mailbox);
    commands::CommandRequest request;
    request.actor = m_desk->owner;
    request.name = "CreateProject";
    request.arguments = R"({"label":"a","author":"hana","title":"Spring"})";
    QVERIFY(m_desk->executor->run(request).ok());
    const auto project = domain::idForExternal<domain::ProjectId>(m_desk->workspace->record().id, QStringLiteral("a"));
    const auto add = [&](const QString& path) {
        std::optional<domain::Status> answer;
        files.addPicture(project, path, this, [&](const domain::Status& status) { answer.emplace(status); });
        [&] { QTRY_VERIFY(answer.has_value()); }();
        return answer && answer->ok() ? QByteArray() : answer->error().message.id;
    };
    QImage image(400, 100, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    const QString good = m_folder.filePath(QStringLiteral("stage.png"));
    QVERIFY(image.save(good));
    QCOMPARE(add(good), QByteArray());
    QCOMPARE(add(good), QByteArray()); // once more: the same picture
    QFile huge(m_folder.filePath(QStringLiteral("huge.png")));
    QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(100'000'000));
    QCOMPARE(add(huge.fileName()), QByteArray("picture.too_large"));
    QFile words(m_folder.filePath(QStringLiteral("words.png")));
    QVERIFY(words.open(QIODevice::WriteOnly));
    words.write("no picture at all");
    words.close();
    QCOMPARE(add(words.fileName()), QByteArray("raster.no_picture"));
    QCOMPARE(add(m_folder.filePath(QStringLiteral("none.png"))), QByteArray("file.unreadable"));
    const auto pictures = commands::ProjectPictures{project}.ask({m_desk->reader(), {}, false});
    QCOMPARE(pictures->size(), size_t(1));
    QCOMPARE(pictures->front().caption, QStringLiteral("stage"));
    std::optional<QImage> small;
    QThread* thread = nullptr;
    files.thumbnail(pictures->front().sha256, QSize(128, 80), this, [&](const QImage& shown) {
        small = shown;
        thread = QThread::currentThread();
    });
    QTRY_VERIFY(small.has_value());
    QCOMPARE(small->size(), QSize(128, 32));
    QCOMPARE(thread, QThread::currentThread());
    small.reset();
    files.thumbnail(QByteArray(32, 'x'), QSize(128, 80), this, [&](const QImage& shown) { small = shown; });
    QTRY_VERIFY(small.has_value());
    QVERIFY(small->isNull());
}

void tst_Console::tablesAreTakenIn()
{
    console::FileDesk files(*m_desk->workspace, *m_writer, m_mailbox);
    QFile csv(m_folder.filePath(QStringLiteral("guests.csv")));
    QVERIFY(csv.open(QIODevice::WriteOnly));
    csv.write("Name,Tickets\nZyxkim,2\nLee,1\n");
    csv.close();
    commands::CommandRequest request;
    request.actor = m_desk->owner;
    request.name = "CreateOffer";
    request.arguments = R"({"label":"o","title":"Standing","performance_id":"day1","price":1000})";
    QVERIFY(m_desk->executor->run(request).ok());
    const commands::ImportTarget target{commands::ImportKind::Guests, {}, domain::idForExternal<domain::OfferId>(m_desk->workspace->record().id, QStringLiteral("o"))};
    std::optional<domain::Result<commands::TableImport>> preview;
    files.previewTable(target, csv.fileName(), this, [&](const auto& found) { preview.emplace(found); });
    QTRY_VERIFY(preview.has_value());
    QVERIFY((*preview).ok());
    QCOMPARE((*preview)->changingRows(), 2);
    QVERIFY(m_desk->reader().findTickets(QStringLiteral("Zyxkim"), 10).empty());
    std::optional<domain::Status> done;
    files.importTable(**preview, this, [&](const domain::Status& status) { done.emplace(status); });
    QTRY_VERIFY(done.has_value());
    QVERIFY(done->ok());
    QCOMPARE(m_desk->reader().findTickets(QStringLiteral("Zyxkim"), 10).size(), size_t(2));
    preview.reset();
    files.previewTable(target, m_folder.filePath(QStringLiteral("none.csv")), this, [&](const auto& found) { preview.emplace(found); });
    QTRY_VERIFY(preview.has_value());
    QCOMPARE((*preview).error().message.id, QByteArray("file.unreadable"));
}

QTEST_MAIN(tst_Console)
#include "tst_console.moc"
