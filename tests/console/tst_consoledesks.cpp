// SPDX-License-Identifier: GPL-3.0-or-later

// Two consoles and a server as a real process: people come in, work while there is no server, come together, and end a conflict; with
// real keys and clicks.

#include "console.h"
#include "support/program.h"
#include "sync/httptransport.h"
#include "sync/join.h"
#include "sync/meetingcode.h"
#include "sync/people.h"
#include "ui/common/formdialog.h"

#include <QComboBox>
#include <QDir>
#include <QEventLoop>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace encore;
using support::runProgram;

namespace
{

constexpr int patience = 30'000; // a machine that builds beside it

/// A console on a file, with the settings of this test.
class Seat
{
public:
    Seat(const QString& folder, const char* name) : m_settings(folder + u'/' + QLatin1String(name) + QStringLiteral(".ini")) { }

    void open(const QString& path)
    {
        m_console.reset();
        const domain::SystemClock clock;
        domain::SystemRandom random;
        auto workspace = QFileInfo::exists(path) ? store::Workspace::open(path, store::Workspace::Intent::WriteIfFree)
                                                 : store::Workspace::create(path, record(clock, random), clock, random);
        QVERIFY2(workspace.ok(), workspace ? "" : qPrintable(domain::words(workspace.error().message, domain::Language::English)));
        m_console = std::make_unique<console::Console>(std::move(workspace).value(), std::make_unique<QSettings>(m_settings, QSettings::IniFormat), false);
        m_console->languages().apply(domain::Language::English);
        m_console->onWorkspaceWanted([this](const QString& wanted) { m_wanted = wanted; });
        m_console->window().show();
        m_console->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_console->window()));
    }
    [[nodiscard]] QString wanted() const { return m_wanted; }
    [[nodiscard]] ui::MainWindow& window() { return m_console->window(); }
    void close() { m_console.reset(); }

    template<class Widget>
    [[nodiscard]] Widget* find(const char* name)
    {
        auto* found = window().findChild<Widget*>(QLatin1String(name));
        if (!found)
            qWarning("no widget named %s", name);
        return found;
    }
    void click(const char* name)
    {
        QPointer<QAbstractButton> button; // what shows news is made anew
        const auto isThere = [&] {
            button = window().findChild<QAbstractButton*>(QLatin1String(name));
            return button && button->isVisible() && button->isEnabled();
        };
        QTRY_VERIFY2_WITH_TIMEOUT(isThere(), name, patience);
        QTest::mouseClick(button, Qt::LeftButton);
        QCoreApplication::processEvents();
    }
    void type(const char* name, const char* text)
    {
        auto* field = find<QLineEdit>(name);
        QVERIFY(field);
        QTRY_VERIFY2_WITH_TIMEOUT(field->isVisible(), name, patience);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QLatin1String(text));
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QString shown(const char* name)
    {
        auto* label = find<QLabel>(name);
        return label ? label->text() : QString();
    }

private:
    static store::WorkspaceRecord record(const domain::Clock& clock, domain::RandomSource& random)
    {
        store::WorkspaceRecord made;
        made.id = domain::WorkspaceId(domain::makeUuidV7(clock.now(), random));
        made.name = QStringLiteral("Alone");
        made.currency = QStringLiteral("KRW");
        made.zone = *domain::EventZone::fromName(QStringLiteral("Asia/Seoul"));
        return made;
    }

    QString m_settings;
    QString m_wanted;
    std::unique_ptr<console::Console> m_console;
};

bool isTogether(Seat& seat)
{
    const QString state = seat.shown("syncStateLabel");
    return state.startsWith(QStringLiteral("Synced")) || state.contains(QStringLiteral("(proven)"));
}

} // namespace

class tst_ConsoleDesks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void comesInAndSeesWhyNot();
    void letsADeviceIn();
    void whatBothChangedIsDecided();
    void meetWithoutTheServer();

private:
    void startServer();
    void stopServer();
    void give(const char* name, const QByteArray& arguments);
    void comeIn(Seat& seat, const char* file);
    void edit(Seat& seat, const char* title, const char* field, const char* text);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_server;
    QString m_url;
    QString m_port = QStringLiteral("0");
};

void tst_ConsoleDesks::initTestCase()
{
    qunsetenv("DBUS_SESSION_BUS_ADDRESS"); // this computer has no keychain
    qunsetenv("ENCORE_KEY_PASSPHRASE");
}

void tst_ConsoleDesks::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_port = QStringLiteral("0");
    const auto made = runProgram(QStringLiteral(ENCORE_SERVER), {QStringLiteral("create-admin"), QStringLiteral("--email"), QStringLiteral("admin@example.org"),
                                                                   QStringLiteral("--database"), QString(QStringLiteral("sqlite:") + m_folder->filePath(QStringLiteral("house.encore")))},
                                 QProcessEnvironment::systemEnvironment(), "correct horse\n");
    QVERIFY2(made.exitCode == 0, made.err.constData());
    startServer();
}

void tst_ConsoleDesks::cleanup()
{
    stopServer();
}

void tst_ConsoleDesks::startServer()
{
    m_server = std::make_unique<QProcess>();
    m_server->setStandardErrorFile(m_folder->filePath(QStringLiteral("log")), QIODevice::Append);
    m_server->start(QStringLiteral(ENCORE_SERVER), {QStringLiteral("serve"), QStringLiteral("--listen"), QString(QStringLiteral("127.0.0.1:") + m_port), QStringLiteral("--database"),
                                                      QString(QStringLiteral("sqlite:") + m_folder->filePath(QStringLiteral("house.encore")))});
    QVERIFY(m_server->waitForStarted());
    while (!m_server->canReadLine())
        QVERIFY(m_server->waitForReadyRead(20'000));
    m_url = QString::fromUtf8(m_server->readLine()).trimmed().mid(13);
    m_port = m_url.section(u':', -1);
}

void tst_ConsoleDesks::stopServer()
{
    if (!m_server || m_server->state() == QProcess::NotRunning)
        return;
    ::kill(pid_t(m_server->processId()), SIGKILL);
    QVERIFY(m_server->waitForFinished(15'000));
}

/// As a program of the house does: what these desks find there.
void tst_ConsoleDesks::give(const char* name, const QByteArray& arguments)
{
    sync::HttpTransport transport(m_url);
    QEventLoop loop;
    QByteArray token;
    sync::signIn(transport, QStringLiteral("admin@example.org"), QStringLiteral("correct horse"), QStringLiteral("Script"), [&](const domain::Result<sync::Joined>& joined) {
        if (joined)
            token = joined->token;
        loop.quit();
    });
    loop.exec();
    QVERIFY(!token.isEmpty());
    commands::CommandRequest request;
    request.id = domain::CommandId(QUuid::createUuid());
    request.name = name;
    request.arguments = arguments;
    request.occurredAt = domain::SystemClock().now();
    domain::Status done = domain::error(domain::ErrorCode::Unavailable, {});
    sync::giveNow(transport, token, request, [&](const domain::Status& status) {
        done = status;
        loop.quit();
    });
    loop.exec();
    QVERIFY2(done.ok(), done ? "" : qPrintable(domain::words(done.error().message, domain::Language::English)));
}

void tst_ConsoleDesks::comeIn(Seat& seat, const char* file)
{
    QVERIFY(QDir(m_folder->path()).mkpath(QLatin1String(file)));
    seat.open(m_folder->path() + u'/' + QLatin1String(file) + QStringLiteral("/alone.encore"));
    seat.click("syncRailButton");
    seat.click("enterHouseButton");
    seat.type("joinServerLineEdit", m_url.toLatin1().constData());
    seat.find<QComboBox>("joinWayComboBox")->setCurrentIndex(1);
    seat.type("joinEmailLineEdit", "admin@example.org");
    seat.type("joinPasswordLineEdit", "correct horse");
    seat.type("joinDeskNameLineEdit", file);
    seat.type("joinPassphraseLineEdit", "a passphrase");
    seat.click("joinConfirmButton");
    QTRY_VERIFY_WITH_TIMEOUT(!seat.wanted().isEmpty(), patience);
    seat.open(seat.wanted());
    seat.click("syncRailButton");
    // The passphrase is kept nowhere: it is asked for at each start.
    QTRY_COMPARE_WITH_TIMEOUT(seat.find<QPushButton>("enterHouseButton")->text(), QStringLiteral("Unlock…"), patience);
    seat.click("enterHouseButton");
    seat.type("unlockDeskField1LineEdit", "a passphrase");
    seat.click("unlockDeskConfirmButton");
    QTRY_VERIFY_WITH_TIMEOUT(seat.shown("syncStateLabel").contains(QStringLiteral("(proven)")), patience);
    QVERIFY2(seat.shown("stateLabel").contains(QStringLiteral("identical with the server")), qPrintable(seat.shown("stateLabel")));
}

void tst_ConsoleDesks::comesInAndSeesWhyNot()
{
    Seat seat(m_folder->path(), "seat");
    seat.open(m_folder->filePath(QStringLiteral("alone.encore")));
    QVERIFY(seat.shown("stateLabel").contains(QStringLiteral("works without a server")));
    seat.click("syncRailButton");
    seat.click("enterHouseButton");
    seat.type("joinServerLineEdit", "house");
    seat.find<QComboBox>("joinWayComboBox")->setCurrentIndex(1);
    seat.type("joinEmailLineEdit", "admin@example.org");
    seat.type("joinPasswordLineEdit", "wrong horse");
    seat.type("joinPassphraseLineEdit", "short");
    QVERIFY(!seat.find<QPushButton>("joinConfirmButton")->isEnabled());
    seat.type("joinPassphraseLineEdit", "a passphrase");
    seat.click("joinConfirmButton");
    QTRY_VERIFY_WITH_TIMEOUT(seat.shown("joinFaultLabel").contains(QStringLiteral("no server's address")), patience);
    seat.type("joinServerLineEdit", m_url.toLatin1().constData());
    seat.click("joinConfirmButton");
    QTRY_VERIFY2_WITH_TIMEOUT(seat.shown("joinFaultLabel").contains(QStringLiteral("password")), qPrintable(seat.shown("joinFaultLabel")), patience);
    stopServer();
    seat.click("joinConfirmButton");
    QTRY_VERIFY2_WITH_TIMEOUT(seat.shown("joinFaultLabel").contains(QStringLiteral("cannot be reached")), qPrintable(seat.shown("joinFaultLabel")), patience);
    QVERIFY(seat.wanted().isEmpty());
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("desk-*")}), QStringList());
}

void tst_ConsoleDesks::letsADeviceIn()
{
    Seat seat(m_folder->path(), "seat");
    comeIn(seat, "one");
    seat.click("peopleRailButton");
    seat.click("addUserButton");
    seat.type("userEmailLineEdit", "door@example.org");
    seat.type("userNameLineEdit", "Kim");
    seat.type("userPasswordLineEdit", "ten letters");
    seat.click("userConfirmButton");
    auto* users = seat.find<QTableView>("usersTableView");
    QTRY_COMPARE_WITH_TIMEOUT(users->model()->rowCount(), 2, patience);
    seat.find<QTabWidget>("peopleTabWidget")->setCurrentIndex(1);
    seat.click("letDeviceInButton");
    seat.click("codeConfirmButton");
    auto* code = seat.find<QLineEdit>("codeTextLineEdit");
    QTRY_VERIFY_WITH_TIMEOUT(code->text().startsWith(m_url), patience);
    const QByteArray whole = code->text().toLatin1();
    seat.click("codeCancelButton");

    // A door's desk, which sees a door's things and no more.
    Seat door(m_folder->path(), "door");
    door.open(m_folder->filePath(QStringLiteral("door.encore")));
    door.click("syncRailButton");
    door.click("enterHouseButton");
    door.find<QLineEdit>("joinServerLineEdit")->setFocus();
    for (const char letter : whole) // as a hand scanner types it: to whatever has the focus
        QTest::keyClick(QApplication::focusWidget(), letter);
    QCOMPARE(door.find<QLineEdit>("joinServerLineEdit")->text(), m_url);
    door.type("joinDeskNameLineEdit", "Gate 1");
    door.type("joinPassphraseLineEdit", "a passphrase");
    door.click("joinConfirmButton");
    QTRY_VERIFY_WITH_TIMEOUT(!door.wanted().isEmpty(), patience);
    door.open(door.wanted());
    QVERIFY(door.window().findChild<QAbstractButton*>(QStringLiteral("doorRailButton")));
    for (const char* hidden : {"peopleRailButton", "messagesRailButton", "campaignsRailButton"})
        QVERIFY2(!door.window().findChild<QAbstractButton*>(QLatin1String(hidden)), hidden);
    door.click("syncRailButton");
    QTRY_COMPARE_WITH_TIMEOUT(door.find<QPushButton>("enterHouseButton")->text(), QStringLiteral("Unlock…"), patience);
    door.click("enterHouseButton");
    door.type("unlockDeskField1LineEdit", "not this one");
    door.click("unlockDeskConfirmButton");
    QTRY_VERIFY_WITH_TIMEOUT(door.shown("syncAnswerLabel").contains(QStringLiteral("passphrase")), patience);
    door.click("enterHouseButton");
    door.window().findChildren<QLineEdit*>(QStringLiteral("unlockDeskField1LineEdit")).last()->setText(QStringLiteral("a passphrase"));
    QTest::mouseClick(door.window().findChildren<QAbstractButton*>(QStringLiteral("unlockDeskConfirmButton")).last(), Qt::LeftButton);
    QTRY_VERIFY2_WITH_TIMEOUT(isTogether(door), qPrintable(door.shown("syncStateLabel")), patience);

    // It is shut out, and says so.
    seat.click("homeRailButton");
    seat.click("peopleRailButton");
    auto* devices = seat.find<QTableView>("devicesTableView");
    QTRY_COMPARE_WITH_TIMEOUT(devices->model()->rowCount(), 2, patience);
    for (int row = 0; row < 2; ++row) {
        if (devices->model()->index(row, 0).data().toString() == u"Gate 1")
            devices->selectRow(row);
    }
    seat.click("revokeDeviceButton");
    seat.click("revokeDeviceConfirmButton");
    QTRY_VERIFY2_WITH_TIMEOUT(door.shown("syncTroubleLabel").contains(QStringLiteral("shut out")), qPrintable(door.shown("syncTroubleLabel")), patience);
    QCOMPARE(door.find<QPushButton>("enterHouseButton")->text(), QStringLiteral("Sign in again…"));
    door.close();
}

/// Opens the campaign's story and saves another title and one field more.
void tst_ConsoleDesks::edit(Seat& seat, const char* title, const char* field, const char* text)
{
    seat.click("campaignsRailButton");
    auto* cards = seat.find<QAbstractItemView>("campaignsListView");
    QVERIFY(cards);
    QTRY_COMPARE_WITH_TIMEOUT(cards->model()->rowCount(), 1, patience);
    cards->setCurrentIndex(cards->model()->index(0, 0));
    QTest::keyClick(cards, Qt::Key_Return);
    seat.find<QTabWidget>("campaignTabWidget")->setCurrentIndex(1);
    QTRY_VERIFY_WITH_TIMEOUT(!seat.find<QLineEdit>("campaignTitleLineEdit")->text().isEmpty(), patience);
    seat.type("campaignTitleLineEdit", title);
    seat.type(field, text);
    seat.click("saveEditButton");
    QTRY_VERIFY2_WITH_TIMEOUT(seat.shown("stateLabel").contains(QStringLiteral("1 change waiting")), qPrintable(seat.shown("stateLabel")), patience);
    QVERIFY(!seat.shown("stateLabel").contains(QStringLiteral("identical")));
}

void tst_ConsoleDesks::whatBothChangedIsDecided()
{
    give("CreateProject", R"({"label":"spring","author":"hana","title":"Spring","summary":"","venue":""})");
    Seat one(m_folder->path(), "one");
    Seat two(m_folder->path(), "two");
    comeIn(one, "one");
    comeIn(two, "two");
    stopServer();
    edit(one, "Spring at the river", "campaignSummaryLineEdit", "said on a train");
    edit(two, "Spring in the hall", "campaignVenueLineEdit", "Hall 2");
    startServer();
    one.click("syncRailButton");
    two.click("syncRailButton");
    one.click("tryNowButton");
    two.click("tryNowButton");
    const auto hasConflict = [](Seat& seat) { return seat.shown("syncStateLabel").contains(QStringLiteral("a decision")); };
    QTRY_VERIFY_WITH_TIMEOUT(hasConflict(one) || hasConflict(two), patience);
    Seat& loser = hasConflict(one) ? one : two;
    Seat& winner = hasConflict(one) ? two : one;
    const char* mine = &loser == &one ? "Spring at the river" : "Spring in the hall";
    const char* theirs = &loser == &one ? "Spring in the hall" : "Spring at the river";
    // The bar knows sooner than the view below, which still says what waited.
    QTRY_VERIFY_WITH_TIMEOUT(loser.window().findChild<QRadioButton*>(QStringLiteral("changetitleMineRadioButton")), patience);
    QTRY_COMPARE_WITH_TIMEOUT(loser.shown("changetitleMineLabel"), QLatin1String(mine), patience);
    QTRY_COMPARE_WITH_TIMEOUT(loser.shown("changetitleTheirsLabel"), QLatin1String(theirs), patience);
    QCOMPARE(loser.shown("changetitleBaseLabel"), QStringLiteral("Spring"));
    QVERIFY(!loser.find<QPushButton>("changeDecideButton")->isEnabled()); // somebody has to say
    loser.click("changetitleMineRadioButton");
    loser.click("changeDecideButton");
    QTRY_VERIFY2_WITH_TIMEOUT(isTogether(loser) && !hasConflict(loser), qPrintable(loser.shown("syncStateLabel")), patience);
    for (Seat* seat : {&loser, &winner}) {
        seat->click("homeRailButton");
        seat->click("campaignsRailButton");
        QTRY_COMPARE_WITH_TIMEOUT(seat->shown("campaignTitleLabel"), QLatin1String(mine), patience);
        QTRY_COMPARE_WITH_TIMEOUT(seat->find<QLineEdit>("campaignSummaryLineEdit")->text(), QStringLiteral("said on a train"), patience);
        QTRY_COMPARE_WITH_TIMEOUT(seat->find<QLineEdit>("campaignVenueLineEdit")->text(), QStringLiteral("Hall 2"), patience);
        seat->click("syncRailButton");
        seat->click("proveButton");
        QTRY_VERIFY_WITH_TIMEOUT(seat->shown("syncStateLabel").contains(QStringLiteral("(proven)")), patience);
    }
}

/// One shows a code, the other types it; both say so in the bar. A console that is closed in a meeting is back in it when it is opened.
void tst_ConsoleDesks::meetWithoutTheServer()
{
    if (sync::ownAddresses().isEmpty())
        QSKIP("this computer is on no network");
    Seat one(m_folder->path(), "one");
    Seat two(m_folder->path(), "two");
    comeIn(one, "one");
    comeIn(two, "two");
    stopServer();
    one.click("meetButton");
    one.find<QComboBox>("meetingWayComboBox")->setCurrentIndex(1);
    one.click("meetingConfirmButton");
    auto* shown = one.find<QLineEdit>("meetingShownLineEdit");
    QTRY_VERIFY2_WITH_TIMEOUT(shown->text().startsWith(QStringLiteral("ENCMEET1:")), qPrintable(one.shown("meetingFaultLabel")), patience);
    const QString code = shown->text();
    QVERIFY(!one.find<QLabel>("meetingPictureLabel")->pixmap(Qt::ReturnByValue).isNull());
    QTRY_VERIFY2_WITH_TIMEOUT(one.shown("stateLabel").contains(QStringLiteral("waiting for desks to meet here")), qPrintable(one.shown("stateLabel")), patience);
    two.click("meetButton");
    QVERIFY(!two.find<QPushButton>("meetingConfirmButton")->isEnabled());
    two.type("meetingCodeLineEdit", "hello");
    two.click("meetingConfirmButton");
    QTRY_VERIFY_WITH_TIMEOUT(two.shown("meetingFaultLabel").contains(QStringLiteral("no code of a meeting")), patience);
    two.type("meetingCodeLineEdit", code.toLower().toLatin1().constData());
    two.click("meetingConfirmButton");
    for (Seat* seat : {&one, &two})
        QTRY_VERIFY2_WITH_TIMEOUT(seat->shown("stateLabel").contains(QStringLiteral("meeting 1 desk here")), qPrintable(seat->shown("stateLabel")), patience);
    one.click("meetingCancelButton");
    QVERIFY(one.shown("syncMeetingLabel").startsWith(QStringLiteral("Meeting 1 desk here: ")));

    one.close();
    QTRY_VERIFY2_WITH_TIMEOUT(two.shown("stateLabel").contains(QStringLiteral("the meeting point does not answer")), qPrintable(two.shown("stateLabel")), patience);
    one.open(one.wanted());
    one.click("syncRailButton");
    one.click("enterHouseButton");
    one.type("unlockDeskField1LineEdit", "a passphrase");
    one.click("unlockDeskConfirmButton");
    for (Seat* seat : {&one, &two})
        QTRY_VERIFY2_WITH_TIMEOUT(seat->shown("stateLabel").contains(QStringLiteral("meeting 1 desk here")), qPrintable(seat->shown("stateLabel")), patience);
    one.click("meetButton");
    QCOMPARE(one.find<QLineEdit>("meetingShownLineEdit")->text(), code);
    one.click("meetingNewCodeButton");
    QTRY_VERIFY_WITH_TIMEOUT(one.find<QLineEdit>("meetingShownLineEdit")->text() != code, patience);
    QTRY_VERIFY2_WITH_TIMEOUT(two.shown("meetingFaultLabel").contains(QStringLiteral("code is a new one")), qPrintable(two.shown("meetingFaultLabel")), patience);
    two.click("meetingConfirmButton"); // leaves
    QTRY_VERIFY_WITH_TIMEOUT(!two.shown("stateLabel").contains(QStringLiteral("meeting")), patience);
}

QTEST_MAIN(tst_ConsoleDesks)
#include "tst_consoledesks.moc"
