// SPDX-License-Identifier: GPL-3.0-or-later

// Drives the Door as a steward would, by keys and clicks, with services that answer what the scene says.

#include "arrivalsview.h"
#include "commands/door/undoscan.h"
#include "doorlistview.h"
#include "commands/orders/orders.h"
#include "commands/orders/salequeries.h"
#include "commands/door/findings.h"
#include "doorscene.h"
#include "ui/common/chartfile.h"
#include "ui/common/languageswitcher.h"
#include "ui/door/wedgesource.h"
#include "verdictview.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCoreApplication>
#include <QDateTimeEdit>
#include <QLabel>
#include <QGraphicsView>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace encore;
using namespace encore::tests;

class tst_DoorPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void asksForTheGateOnce();
    void everyVerdictHasItsWord_data();
    void everyVerdictHasItsWord();
    void theWordIsReadableFromAfar();
    void theSameTicketAgainStaysGreen();
    void aRefusedCodeInViewIsJudgedOnce();
    void newestScanIsShownWhateverOrderAnswersCome();
    void scannerThatTypes();
    void typedCode();
    void admitsByName();
    void searchAnswersOutOfOrder();
    void undoesWithAReason();
    void undoRefusedSaysWhy();
    void asksAndAdmits();
    void wrongAnswersAreNotSent();
    void parksAndTakesUpAgain();
    void confirmsUnpaid();
    void looksWithoutAdmitting();
    void exitSaysOut();
    void severalCodesOfOnePicture();
    void failureIsSaidAndNotRecorded();
    void supervisorIsBehindThePin();
    void overridesFull();
    void printsTheDoorList();
    void entersPaperTicks();
    void hidesNames();
    void switchesLanguage();
    void afterAnImportTheGatesAreThere();
    void aTicketFoundElsewhereIsShown();
    void aTicketAtTwoGatesIsToldOnce();

private:
    [[nodiscard]] ui::VerdictView* view() const { return m_scene->find<ui::VerdictView>("verdictView"); }
    [[nodiscard]] QString word() const { return view()->face() ? view()->face()->word : QString(); }
    void click(const char* name) const { QTest::mouseClick(m_scene->find<QAbstractButton>(name), Qt::LeftButton); }
    void scan(const char* code) { m_scene->source.scan(code); }
    void choose(const char* menu, const char* action) const;
    void openSupervisor() const;

    std::unique_ptr<DoorScene> m_scene;
};

void tst_DoorPage::init()
{
    m_scene = std::make_unique<DoorScene>();
    m_scene->theme.apply(ui::ThemeKind::Light);
    m_scene->open();
    m_scene->page->resize(1190, 700);
    m_scene->page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_scene->page.get()));
    QTRY_COMPARE(m_scene->find<QStackedWidget>("doorStackedWidget")->currentIndex(), 1);
}

void tst_DoorPage::cleanup()
{
    m_scene.reset();
}

void tst_DoorPage::choose(const char* menu, const char* action) const
{
    auto* popup = m_scene->find<QMenu>(menu);
    QVERIFY(popup->isVisible());
    auto* item = popup->findChild<QAction*>(QLatin1String(action));
    QVERIFY(item);
    QTest::mouseClick(popup, Qt::LeftButton, {}, popup->actionGeometry(item).center());
}

void tst_DoorPage::openSupervisor() const
{
    m_scene->page->activateWindow();
    QTRY_VERIFY(m_scene->page->isActiveWindow());
    QTest::keyClick(m_scene->page.get(), Qt::Key_L, Qt::ControlModifier);
    auto* pin = m_scene->find<QLineEdit>("pinLineEdit");
    QTest::keyClicks(pin, QStringLiteral("2468"));
    QTest::keyClick(pin, Qt::Key_Return);
    QTRY_VERIFY(m_scene->find<QWidget>("supervisorPanel")->isVisible());
}

void tst_DoorPage::asksForTheGateOnce()
{
    DoorScene fresh;
    fresh.open(false);
    fresh.page->show();
    auto* list = fresh.find<QListWidget>("gateListWidget");
    QTRY_COMPARE(list->count(), 2);
    fresh.source.scan("GO");
    QVERIFY(fresh.doorService.inputs.empty());
    QTest::keyClick(list, Qt::Key_Down);
    QTest::mouseClick(fresh.find<QPushButton>("gateChooseButton"), Qt::LeftButton);
    QCOMPARE(fresh.settings.value(QStringLiteral("door/gate")).toString(), domain::GateId(uuid("side")).text());
    fresh.source.scan("GO");
    QCOMPARE(fresh.doorService.inputs.size(), size_t(1));
    QVERIFY(fresh.doorService.inputs.front().gateId == domain::GateId(uuid("side")));
}

void tst_DoorPage::everyVerdictHasItsWord_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<door::Signal>("colours");
    QTest::newRow("admitted") << QByteArray("GO") << "GO" << door::Signal::Go;
    QTest::newRow("unlisted, in amber") << QByteArray("UNLISTED") << "GO" << door::Signal::Ask;
    QTest::newRow("question") << QByteArray("ASK") << "ASK" << door::Signal::Ask;
    QTest::newRow("unpaid") << QByteArray("UNPAID") << "ASK" << door::Signal::Ask;
    QTest::newRow("wrong gate") << QByteArray("WRONG GATE") << "HELP DESK" << door::Signal::HelpDesk;
    QTest::newRow("unknown") << QByteArray("NONSENSE") << "STOP" << door::Signal::Stop;
    QTest::newRow("revoked") << QByteArray("REVOKED") << "STOP" << door::Signal::Stop;
    QTest::newRow("already") << QByteArray("ALREADY") << "ALREADY" << door::Signal::Already;
}

void tst_DoorPage::everyVerdictHasItsWord()
{
    QFETCH(QByteArray, code);
    QFETCH(QString, expected);
    QFETCH(door::Signal, colours);
    scan(code.constData());
    QTRY_COMPARE(word(), expected);
    QCOMPARE(view()->face()->colours, colours);
    QVERIFY(view()->accessibleName().contains(expected));
    QVERIFY(view()->accessibleName().contains(view()->face()->holder));
}

void tst_DoorPage::theWordIsReadableFromAfar()
{
    for (const char* code : {"GO", "ASK", "WRONG GATE", "NONSENSE", "ALREADY"}) {
        scan(code);
        QTRY_VERIFY(view()->face());
        QVERIFY(!m_scene->page->grab().isNull());
        QVERIFY2(view()->wordPixelSize() >= 96, qPrintable(word() + QStringLiteral(": %1 px").arg(view()->wordPixelSize())));
    }
}

void tst_DoorPage::theSameTicketAgainStaysGreen()
{
    scan("GO");
    QTRY_COMPARE(word(), QStringLiteral("GO"));
    m_scene->verdicts[QStringLiteral("GO")].kind = door::VerdictKind::Noted;
    scan("GO");
    QTRY_VERIFY(!view()->face()->footnote.isEmpty());
    QCOMPARE(view()->face()->colours, door::Signal::Go);
    QCOMPARE(m_scene->find<QListView>("historyListView")->model()->rowCount(), 1);
}

void tst_DoorPage::aRefusedCodeInViewIsJudgedOnce()
{
    m_scene->source.scan("NONSENSE", "camera");
    QTRY_COMPARE(word(), QStringLiteral("STOP"));
    for (int second = 0; second < 5; ++second) {
        m_scene->clock.advanceMs(1000);
        m_scene->source.scan("NONSENSE", "camera");
    }
    QCOMPARE(m_scene->doorService.inputs.size(), size_t(1));
    m_scene->clock.advanceMs(3001);
    m_scene->source.scan("NONSENSE", "camera");
    QCOMPARE(m_scene->doorService.inputs.size(), size_t(2));
}

void tst_DoorPage::newestScanIsShownWhateverOrderAnswersCome()
{
    m_scene->doorService.queue.hold();
    scan("ALREADY");
    scan("GO");
    m_scene->doorService.queue.releaseOne(1);
    QTRY_COMPARE(word(), QStringLiteral("GO"));
    m_scene->doorService.queue.releaseOne(0);
    auto* history = m_scene->find<QListView>("historyListView")->model();
    QTRY_COMPARE(history->rowCount(), 2);
    QCOMPARE(word(), QStringLiteral("GO"));
    QVERIFY(m_scene->find<QLabel>("noticeLabel")->text().contains(QStringLiteral("ALREADY")));
    QVERIFY(m_scene->find<QWidget>("noticeBar")->isVisible());
    QVERIFY(history->index(0, 1).data().toString() == QStringLiteral("GO"));
}

void tst_DoorPage::scannerThatTypes()
{
    ui::WedgeSource wedge(QCoreApplication::instance());
    m_scene->page.reset();
    m_scene->devices.keyboard = &wedge;
    m_scene->open();
    m_scene->page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_scene->page.get()));
    QTRY_VERIFY(wedge.isActive());
    auto* search = m_scene->find<QLineEdit>("searchLineEdit");
    search->setFocus();
    for (const QChar c : QStringLiteral("z3fsn8jyufm5kpk768q69gkb"))
        QTest::sendKeyEvent(QTest::Click, search, Qt::Key(c.toUpper().unicode()), QString(c), Qt::NoModifier);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(m_scene->doorService.inputs.size(), size_t(1));
    QCOMPARE(m_scene->doorService.inputs.front().code, QStringLiteral("z3fsn8jyufm5kpk768q69gkb"));
    QVERIFY(search->text().isEmpty());
    m_scene->page->hide();
    QVERIFY(!wedge.isActive());
    m_scene->page.reset();
}

void tst_DoorPage::typedCode()
{
    QTest::keyClick(m_scene->page.get(), Qt::Key_F, Qt::ControlModifier);
    auto* search = m_scene->find<QLineEdit>("searchLineEdit");
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("z3fsn8jyufm5"));
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(m_scene->doorService.inputs.size(), size_t(1));
    QCOMPARE(m_scene->doorService.inputs.front().code, QStringLiteral("z3fsn8jyufm5"));
    QTRY_COMPARE(word(), QStringLiteral("STOP"));
}

void tst_DoorPage::admitsByName()
{
    auto* search = m_scene->find<QLineEdit>("searchLineEdit");
    QTest::keyClicks(search, QStringLiteral("Kim"));
    auto* list = m_scene->find<QListView>("searchListView");
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(search, Qt::Key_Down);
    QVERIFY(list->hasFocus());
    click("admitByNameButton");
    choose("admitReasonMenu", "phoneAction");
    QTRY_COMPARE(m_scene->doorService.inputs.size(), size_t(1));
    const commands::ScanInput& input = m_scene->doorService.inputs.front();
    QVERIFY(input.ticketId == domain::TicketId(uuid("Kim Taylor")));
    QCOMPARE(input.reason, QStringLiteral("Phone is dead or lost"));
    QVERIFY(input.code.isEmpty());
    QTRY_COMPARE(word(), QStringLiteral("GO"));
    QVERIFY(search->text().isEmpty());
    QVERIFY(m_scene->find<QListView>("historyListView")->isVisible());
}

void tst_DoorPage::searchAnswersOutOfOrder()
{
    auto* search = m_scene->find<QLineEdit>("searchLineEdit");
    auto* model = m_scene->find<QListView>("searchListView")->model();
    m_scene->queries.queue.hold();
    const auto asked = [this] { return m_scene->queries.askedCount("FindTickets"); };
    search->setText(QString::fromUtf8("김"));
    QTRY_COMPARE(asked(), 1);
    const qsizetype first = m_scene->queries.queue.heldCount() - 1;
    search->setText(QStringLiteral("Kim"));
    QTRY_COMPARE(asked(), 2);
    m_scene->queries.queue.releaseOne(m_scene->queries.queue.heldCount() - 1);
    QTRY_COMPARE(model->rowCount(), 1);
    m_scene->queries.queue.releaseOne(first);
    QCoreApplication::processEvents();
    QCOMPARE(model->rowCount(), 1);
    QCOMPARE(model->index(0, 0).data().toString(), QStringLiteral("Kim Taylor"));
}

void tst_DoorPage::undoesWithAReason()
{
    scan("GO");
    QTRY_COMPARE(word(), QStringLiteral("GO"));
    scan("ALREADY");
    QTRY_COMPARE(word(), QStringLiteral("ALREADY"));
    QTest::keyClick(m_scene->page.get(), Qt::Key_Z, Qt::ControlModifier);
    choose("undoMenu", "turnedBackAction");
    QTRY_COMPARE(m_scene->commandRunner.requests.size(), size_t(1));
    const commands::CommandRequest& request = m_scene->commandRunner.requests.front();
    QCOMPARE(request.name, QByteArray("UndoScan"));
    QCOMPARE(request.actor.role, commands::Role::Door);
    QVERIFY(request.arguments.contains("Guest turned back"));
    QVERIFY(request.arguments.contains(m_scene->verdicts[QStringLiteral("GO")].scanId->text().toUtf8()));
    auto* history = m_scene->find<QListView>("historyListView")->model();
    QTRY_COMPARE(history->index(1, 4).data().toString(), QStringLiteral("Taken back"));
    QVERIFY(!m_scene->find<QPushButton>("undoButton")->isEnabled());
}

void tst_DoorPage::undoRefusedSaysWhy()
{
    m_scene->commandRunner.execute = [](const commands::CommandRequest&) {
        return domain::Result<commands::Outcome>(domain::error(domain::ErrorCode::Refused, why("It is more than 15 minutes ago.")));
    };
    scan("GO");
    QTRY_VERIFY(m_scene->find<QPushButton>("undoButton")->isEnabled());
    click("undoButton");
    choose("undoMenu", "mistakeAction");
    QTRY_COMPARE(m_scene->find<QLabel>("noticeLabel")->text(), QStringLiteral("It is more than 15 minutes ago."));
    QCOMPARE(word(), QStringLiteral("GO"));
}

void tst_DoorPage::asksAndAdmits()
{
    scan("ASK");
    QTRY_VERIFY(m_scene->find<QWidget>("askPanel")->isVisible());
    QTest::mouseClick(m_scene->find<QRadioButton>("answer0Option1RadioButton"), Qt::LeftButton, {}, QPoint(8, 8));
    QTest::keyClicks(m_scene->find<QLineEdit>("answer1LineEdit"), QStringLiteral("010 1234 5678"));
    click("answerButton");
    QTRY_COMPARE(word(), QStringLiteral("GO"));
    const commands::ScanInput& input = m_scene->doorService.inputs.back();
    QCOMPARE(input.answers.at(domain::QuestionId(uuid("shirt"))), QStringLiteral("m"));
    QCOMPARE(input.answers.at(domain::QuestionId(uuid("phone"))), QStringLiteral("010 1234 5678"));
    QVERIFY(!m_scene->find<QWidget>("askPanel")->isVisible());
    QCOMPARE(m_scene->find<QListView>("historyListView")->model()->rowCount(), 1);
}

void tst_DoorPage::wrongAnswersAreNotSent()
{
    scan("ASK");
    QTRY_VERIFY(m_scene->find<QWidget>("askPanel")->isVisible());
    click("answerButton");
    QVERIFY(m_scene->find<QLabel>("fault0Label")->isVisible());
    QCOMPARE(m_scene->doorService.inputs.size(), size_t(1));
}

void tst_DoorPage::parksAndTakesUpAgain()
{
    scan("ASK");
    QTRY_VERIFY(m_scene->find<QWidget>("askPanel")->isVisible());
    QTest::keyClicks(m_scene->find<QLineEdit>("answer1LineEdit"), QStringLiteral("010"));
    scan("GO");
    QTRY_COMPARE(word(), QStringLiteral("GO"));
    QVERIFY(!m_scene->find<QWidget>("askPanel")->isVisible());
    QVERIFY(m_scene->find<QWidget>("parkedStrip")->isVisible());
    click("resume1Button");
    QTRY_COMPARE(word(), QStringLiteral("ASK"));
    QVERIFY(!m_scene->find<QWidget>("parkedStrip")->isVisible());
    QCOMPARE(m_scene->find<QLineEdit>("answer1LineEdit")->text(), QStringLiteral("010"));
    QTest::mouseClick(m_scene->find<QRadioButton>("answer0Option0RadioButton"), Qt::LeftButton, {}, QPoint(8, 8));
    scan("NEXT");
    QTRY_VERIFY(m_scene->find<QWidget>("parkedStrip")->isVisible());
    click("discard1Button");
    QVERIFY(!m_scene->find<QWidget>("parkedStrip")->isVisible());
}

void tst_DoorPage::confirmsUnpaid()
{
    scan("UNPAID");
    QTRY_VERIFY(m_scene->find<QPushButton>("admitUnpaidButton")->isVisible());
    QVERIFY(!m_scene->doorService.inputs.back().allowUnpaid);
    click("admitUnpaidButton");
    QTRY_COMPARE(word(), QStringLiteral("GO"));
    QVERIFY(m_scene->doorService.inputs.back().allowUnpaid);
    QCOMPARE(m_scene->doorService.inputs.back().code, QStringLiteral("UNPAID"));
}

void tst_DoorPage::looksWithoutAdmitting()
{
    QTest::keyClick(m_scene->page.get(), Qt::Key_F4);
    scan("GO");
    QTRY_COMPARE(word(), QStringLiteral("VALID"));
    QVERIFY(m_scene->doorService.inputs.back().lookOnly);
    QVERIFY(!view()->face()->banner.isEmpty());
    QCOMPARE(m_scene->find<QListView>("historyListView")->model()->rowCount(), 0);
    scan("UNPAID");
    QTRY_COMPARE(word(), QStringLiteral("ASK"));
    QVERIFY(!m_scene->find<QWidget>("askPanel")->isVisible());
    click("entryButton");
    scan("GO");
    QTRY_COMPARE(word(), QStringLiteral("GO"));
    QVERIFY(!m_scene->doorService.inputs.back().lookOnly);
}

void tst_DoorPage::exitSaysOut()
{
    click("exitButton");
    scan("GO");
    QTRY_COMPARE(word(), QStringLiteral("OUT"));
    QCOMPARE(m_scene->doorService.inputs.back().direction, domain::Direction::Exit);
}

void tst_DoorPage::severalCodesOfOnePicture()
{
    m_scene->source.scan("GO", "picture", 0, 3);
    m_scene->source.scan("ALREADY", "picture", 1, 3);
    m_scene->source.scan("UNPAID", "picture", 2, 3);
    QTRY_COMPARE(m_scene->find<QListView>("historyListView")->model()->rowCount(), 3);
    QVERIFY(!view()->face());
    QVERIFY(view()->accessibleName().contains(QStringLiteral("ALREADY")));
    QVERIFY(m_scene->find<QWidget>("parkedStrip")->isVisible());
    scan("NEXT");
    QTRY_COMPARE(word(), QStringLiteral("GO"));
}

void tst_DoorPage::failureIsSaidAndNotRecorded()
{
    scan("BROKEN");
    QTRY_COMPARE(word(), QStringLiteral("HELP DESK"));
    QCOMPARE(view()->face()->explanation, QStringLiteral("the disk is full"));
    QCOMPARE(m_scene->find<QListView>("historyListView")->model()->rowCount(), 0);
}

void tst_DoorPage::supervisorIsBehindThePin()
{
    click("supervisorButton");
    auto* pin = m_scene->find<QLineEdit>("pinLineEdit");
    QTest::keyClicks(pin, QStringLiteral("1111"));
    click("pinConfirmButton");
    QTRY_VERIFY(m_scene->find<QLabel>("pinFaultLabel")->isVisible());
    QVERIFY(!m_scene->find<QWidget>("supervisorPanel")->isVisible());
    click("pinCancelButton");
    QTRY_VERIFY(!m_scene->page->findChild<QLineEdit*>(QStringLiteral("pinLineEdit")));
    openSupervisor();
    QTRY_COMPARE(m_scene->find<QTableView>("statusTableView")->model()->rowCount(), 2);
    auto* tabs = m_scene->find<QTabWidget>("supervisorTabWidget");
    tabs->setCurrentIndex(1);
    QTRY_COMPARE(m_scene->find<QTableView>("arrivalsTableView")->model()->rowCount(), 18);
    auto* chart = m_scene->find<ui::ArrivalsView>("arrivalsView")->findChild<QGraphicsView*>();
    for (const char* name : {"arrivals.png", "arrivals.svg"}) {
        const QString path = m_scene->folder.filePath(QLatin1String(name));
        QVERIFY(ui::writeChart(*chart, path).ok());
        const QImage picture(path);
        QVERIFY2(!picture.isNull() && picture.width() >= chart->width(), name);
    }
    QVERIFY(!ui::writeChart(*chart, m_scene->folder.filePath(QStringLiteral("nowhere/chart.svg"))).ok());
    tabs->setCurrentIndex(3);
    QTRY_COMPARE(m_scene->find<QTableView>("failedTableView")->model()->rowCount(), 4);
    scan("GO");
    QTRY_COMPARE(word(), QStringLiteral("GO"));
    QCOMPARE(m_scene->doorService.inputs.back().actor.role, commands::Role::Supervisor);
    click("closeSupervisorButton");
    QVERIFY(m_scene->find<QWidget>("stewardPanel")->isVisible());
    scan("NEXT");
    QCOMPARE(m_scene->doorService.inputs.back().actor.role, commands::Role::Door);
}

void tst_DoorPage::overridesFull()
{
    scan("FULL");
    QTRY_VERIFY(m_scene->find<QPushButton>("overrideButton")->isVisible());
    click("overrideButton");
    auto* pin = m_scene->find<QLineEdit>("pinLineEdit");
    QTest::keyClicks(pin, QStringLiteral("2468"));
    QTest::keyClick(pin, Qt::Key_Return);
    QTRY_COMPARE(word(), QStringLiteral("GO"));
    QVERIFY(m_scene->doorService.inputs.back().overrideFull);
    QCOMPARE(m_scene->doorService.inputs.back().actor.role, commands::Role::Supervisor);
    QVERIFY(m_scene->find<QWidget>("stewardPanel")->isVisible());
}

void tst_DoorPage::printsTheDoorList()
{
    openSupervisor();
    const QString path = m_scene->folder.filePath(QStringLiteral("list.pdf"));
    m_scene->find<ui::DoorListView>("doorListView")->savePdf(path);
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray pdf = file.readAll();
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY2(pdf.contains("/Count 3") || pdf.contains("/Count 2"), "70 guests need more than one page");
}

void tst_DoorPage::entersPaperTicks()
{
    openSupervisor();
    m_scene->find<QTabWidget>("supervisorTabWidget")->setCurrentIndex(4);
    click("paperTicksButton");
    auto* name = m_scene->find<QLineEdit>("paperGuestLineEdit");
    m_scene->find<QDateTimeEdit>("paperTimeDateTimeEdit")->setTime(QTime(18, 40));
    QTest::keyClicks(name, QStringLiteral("Kim"));
    QTest::keyClick(name, Qt::Key_Return);
    auto* table = m_scene->find<QTableView>("paperTableView")->model();
    QTRY_COMPARE(table->rowCount(), 1);
    click("paperEnterButton");
    QTRY_COMPARE(m_scene->doorService.inputs.size(), size_t(1));
    const commands::ScanInput& input = m_scene->doorService.inputs.front();
    QVERIFY(input.ticketId == domain::TicketId(uuid("Kim Taylor")));
    QCOMPARE(domain::formatInstant(*input.at), QStringLiteral("2026-11-20T09:40:00.000Z"));
    QVERIFY(!input.reason.isEmpty());
    QTRY_COMPARE(table->index(0, 3).data().toString(), QStringLiteral("GO"));
}

void tst_DoorPage::hidesNames()
{
    m_scene->page->hide();
    m_scene->settings.setValue(QStringLiteral("door/hideNames"), true);
    m_scene->page->show();
    scan("GO");
    QTRY_COMPARE(word(), QStringLiteral("GO"));
    QVERIFY(!view()->accessibleName().contains(QString::fromUtf8("김민지")));
    auto* history = m_scene->find<QListView>("historyListView")->model();
    QCOMPARE(history->index(0, 2).data().toString(), QStringLiteral("T-1042"));
}

void tst_DoorPage::switchesLanguage()
{
    scan("GO");
    QTRY_COMPARE(word(), QStringLiteral("GO"));
    ui::LanguageSwitcher languages;
    languages.apply(domain::Language::Korean);
    QTRY_COMPARE(word(), QString::fromUtf8("입장"));
    QCOMPARE(m_scene->find<QPushButton>("undoButton")->text(), QString::fromUtf8("되돌리기…"));
    QVERIFY(m_scene->find<QListView>("historyListView")->model()->index(0, 1).data().toString() == QString::fromUtf8("입장"));
    languages.apply(domain::Language::English);
    QTRY_COMPARE(word(), QStringLiteral("GO"));
}

void tst_DoorPage::afterAnImportTheGatesAreThere()
{
    DoorScene scene;
    scene.queries.setRows<commands::DoorGates>({});
    scene.open(false);
    scene.page->show();
    QSignalSpy wanted(scene.page.get(), &ui::DoorPage::importWanted);
    QTRY_VERIFY(scene.find<QPushButton>("importButton")->isVisible());
    QVERIFY(!scene.find<QPushButton>("gateChooseButton")->isVisible());
    QTest::mouseClick(scene.find<QPushButton>("importButton"), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    commands::DoorGates::Row gate;
    gate.id = domain::GateId(uuid("new"));
    gate.name = QStringLiteral("New gate");
    scene.queries.setRows<commands::DoorGates>({gate});
    scene.page->reload();
    QTRY_VERIFY(scene.find<QPushButton>("gateChooseButton")->isVisible());
    QVERIFY(!scene.find<QPushButton>("importButton")->isVisible());
    QTest::mouseClick(scene.find<QPushButton>("gateChooseButton"), Qt::LeftButton);
    QTRY_COMPARE(scene.find<QLabel>("gateLabel")->accessibleName(), QStringLiteral("New gate"));
}

void tst_DoorPage::aTicketFoundElsewhereIsShown()
{
    m_scene->page->showTicket(QStringLiteral("T-100"));
    QTRY_COMPARE(m_scene->find<QListView>("searchListView")->model()->rowCount(), 1);
    QVERIFY(m_scene->find<QWidget>("searchResults")->isVisible());
}

void tst_DoorPage::aTicketAtTwoGatesIsToldOnce()
{
    commands::Findings::Row found;
    found.findingId = QStringLiteral("f1");
    found.ticket = QStringLiteral("T-1042");
    found.gate = QStringLiteral("Main entrance");
    found.otherGate = QStringLiteral("Side entrance");
    found.firstAt = found.secondAt = doorTime;
    m_scene->queries.setRows<commands::Findings>({found});
    m_scene->page->reload();
    const auto* notice = m_scene->find<QLabel>("noticeLabel");
    QTRY_VERIFY(notice->text().contains(QStringLiteral("T-1042 was let in twice")) && notice->text().contains(QStringLiteral("Side entrance")));
    click("noticeCloseButton");
    QVERIFY(!notice->isVisibleTo(m_scene->page.get()));
    m_scene->page->reload();
    QTest::qWait(50);
    QVERIFY(!notice->isVisibleTo(m_scene->page.get()));
    found.findingId = QStringLiteral("f2");
    m_scene->queries.setRows<commands::Findings>({found});
    m_scene->page->reload();
    QTRY_VERIFY(notice->isVisibleTo(m_scene->page.get()));
}

QTEST_MAIN(tst_DoorPage)
#include "tst_doorpage.moc"
