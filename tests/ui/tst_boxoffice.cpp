// SPDX-License-Identifier: GPL-3.0-or-later

// An evening at the counter, with real keys and mouse clicks, on a real workspace.

#include "commands/schedule/duework.h"
#include "screendriver.h"
#include "support/salesdesk.h"
#include "ui/boxoffice/boxofficepage.h"
#include "ui/common/datatable.h"
#include "ui/common/languageswitcher.h"
#include "ui/common/paperdialog.h"
#include "ui/orders/orderspage.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace encore;
using namespace encore::tests;
using domain::OrderState;

class tst_BoxOffice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theDayIsOpenedFirst();
    void cashInFourTouches();
    void pressingTwiceSellsOnce();
    void cardIsRefusedAndCashIsTaken();
    void theBestCouponIsOffered();
    void guestsPayNothing();
    void aGroupGetsOneTicket();
    void reservedAndPaidLater();
    void aNewShowIsPutOnSale();
    void oneLineIsRefunded();
    void ticketsAreSavedAndTheSecondTimeIsTold();
    void aShowFallsThrough();
    void ordersAreFound();
    void theDrawerIsCountedBlind();

private:
    [[nodiscard]] std::vector<store::SaleRow> sales() { return store::SaleReader(m_desk->reader()).sales({}); }
    void clickOffer(const char* title);

    std::unique_ptr<SalesDesk> m_desk;
    std::unique_ptr<LiveServices> m_live;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::LanguageSwitcher> m_languages;
    std::unique_ptr<ui::BoxOfficePage> m_page;
};

void tst_BoxOffice::init()
{
    m_desk = std::make_unique<SalesDesk>();
    m_live = std::make_unique<LiveServices>(*m_desk);
    m_theme = std::make_unique<ui::Theme>();
    m_theme->apply(ui::ThemeKind::Light);
    m_languages = std::make_unique<ui::LanguageSwitcher>();
    m_languages->apply(domain::Language::English);
    m_page = std::make_unique<ui::BoxOfficePage>(m_live->services, *m_theme);
    m_page->resize(1280, 800);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    settle();
}

void tst_BoxOffice::cleanup()
{
    m_page.reset();
    m_languages.reset();
    m_theme.reset();
    m_live.reset();
    m_desk.reset();
}

void tst_BoxOffice::clickOffer(const char* title)
{
    for (QPushButton* button : m_page->findChildren<QPushButton*>()) {
        if (button->text().startsWith(QLatin1String(title)) && button->isVisible()) {
            QTest::mouseClick(button, Qt::LeftButton);
            settle();
            return;
        }
    }
    QFAIL(title);
}

void tst_BoxOffice::theDayIsOpenedFirst()
{
    QCOMPARE(m_desk->give("CloseDay", R"({"counted":100000})"), QByteArray());
    m_page->reload();
    settle();
    QVERIFY(shown("drawerStateLabel").startsWith(QStringLiteral("The drawer is closed")));
    clickOffer("standing");
    click("cashButton"); // asks for the drawer first
    type("drawerAmountLineEdit", QStringLiteral("50,000"));
    QTest::keyClick(find<QLineEdit>("drawerAmountLineEdit"), Qt::Key_Return);
    settle();
    QCOMPARE(m_desk->drawer(), 50'000);
    QVERIFY(shown("drawerStateLabel").startsWith(QStringLiteral("Drawer open since")));
}

void tst_BoxOffice::cashInFourTouches()
{
    clickOffer("late");
    QCOMPARE(shown("totalLabel"), QStringLiteral("₩12,345"));
    QTest::keyClick(m_page.get(), Qt::Key_F9); // a button that is pressed by its key shows it for a moment
    QTRY_VERIFY(find<QLabel>("cashDueLabel")->isVisible());
    QCOMPARE(shown("cashDueLabel"), QStringLiteral("₩12,340"));
    type("cashGivenLineEdit", QStringLiteral("20000"));
    QCOMPARE(shown("cashChangeLabel"), QStringLiteral("₩7,660"));
    QTest::keyClick(find<QLineEdit>("cashGivenLineEdit"), Qt::Key_Return);
    settle();
    QCOMPARE(shown("doneHeadingLabel"), QStringLiteral("Sold"));
    QCOMPARE(shown("doneChangeLabel"), QStringLiteral("₩7,660"));
    QCOMPARE(m_desk->drawer(), 112'340);
    QCOMPARE(sales().size(), size_t(1));
    QTest::keyClick(find<QPushButton>("nextSaleButton"), Qt::Key_Space);
    settle();
    QVERIFY(find<QLabel>("basketEmptyLabel")->isVisible());
    // The same again is another sale.
    clickOffer("late");
    QTest::keyClick(m_page.get(), Qt::Key_F9); // a button that is pressed by its key shows it for a moment
    QTRY_VERIFY(find<QLabel>("cashDueLabel")->isVisible());
    click("takeCashButton");
    QCOMPARE(sales().size(), size_t(2));
    QCOMPARE(m_desk->drawer(), 124'680);
}

void tst_BoxOffice::pressingTwiceSellsOnce()
{
    clickOffer("standing");
    QTest::keyClick(m_page.get(), Qt::Key_F9); // a button that is pressed by its key shows it for a moment
    QTRY_VERIFY(find<QLabel>("cashDueLabel")->isVisible());
    auto* take = find<QPushButton>("takeCashButton");
    QTest::mouseClick(take, Qt::LeftButton);
    QTest::mouseClick(take, Qt::LeftButton);
    QTest::mouseDClick(take, Qt::LeftButton);
    settle();
    QCOMPARE(sales().size(), size_t(1));
    QCOMPARE(m_desk->drawer(), 160'000);
}

void tst_BoxOffice::cardIsRefusedAndCashIsTaken()
{
    clickOffer("standing");
    QTest::keyClick(m_page.get(), Qt::Key_F10);
    QTRY_VERIFY(find<QLabel>("askingLabel")->isVisible());
    const QByteArray order = sales().front().sale.label.toLatin1();
    QCOMPARE(m_desk->give("RecordOrderPayment", "{\"order_id\":\"" + order + R"(","result":"failed","reason":"limit"})"), QByteArray());
    QTRY_VERIFY(find<QLabel>("saleFaultLabel")->isVisible());
    QVERIFY(shown("saleFaultLabel").startsWith(QStringLiteral("The card was refused")));
    click("cashButton");
    click("takeCashButton");
    QCOMPARE(shown("doneHeadingLabel"), QStringLiteral("Sold"));
    QCOMPARE(sales().size(), size_t(1)); // the same order
    // And one that the terminal approves.
    click("nextSaleButton");
    clickOffer("standing");
    click("cardButton");
    QCOMPARE(m_desk->work().succeeded, 1);
    QTRY_COMPARE(shown("doneHeadingLabel"), QStringLiteral("Sold"));
}

void tst_BoxOffice::theBestCouponIsOffered()
{
    for (const char* coupon : {R"({"label":"a","name":"Five","amount":5000})", R"({"label":"b","name":"Twenty","kind":"percentage","percent":20,"cap":10000})"})
        QCOMPARE(m_desk->give("CreateCoupon", coupon), QByteArray());
    for (const char* claim : {R"({"coupon_id":"a","email":"mina@example.org"})", R"({"coupon_id":"b","email":"mina@example.org"})"})
        QCOMPARE(m_desk->give("ClaimCoupon", claim), QByteArray());
    clickOffer("standing");
    type("buyerEmailLineEdit", QStringLiteral("mina@example.org"));
    auto* coupons = find<QComboBox>("couponComboBox");
    QVERIFY(coupons->isVisible());
    QVERIFY(coupons->currentText().startsWith(QStringLiteral("Twenty")));
    QCOMPARE(shown("totalLabel"), QStringLiteral("₩50,000"));
    coupons->setFocus();
    QTest::keyClick(coupons, Qt::Key_Home); // none
    settle();
    QCOMPARE(shown("totalLabel"), QStringLiteral("₩60,000"));
    QTest::keyClick(coupons, Qt::Key_Down);
    settle();
    QCOMPARE(shown("totalLabel"), QStringLiteral("₩50,000"));
    click("cashButton");
    click("takeCashButton");
    QCOMPARE(m_desk->drawer(), 150'000);
}

void tst_BoxOffice::guestsPayNothing()
{
    clickOffer("standing");
    QTest::mouseClick(find<QToolButton>("line1MoreButton"), Qt::LeftButton);
    auto* menu = m_page->findChild<QMenu*>(QStringLiteral("otherPaymentMenu"));
    menu->actions().at(2)->trigger();
    settle();
    QVERIFY(!find<QPushButton>("giveAwayConfirmButton")->isEnabled()); // a reason is needed
    type("giveAwayField1LineEdit", QStringLiteral("press"));
    type("giveAwayField2LineEdit", QStringLiteral("Hankyoreh"));
    click("giveAwayConfirmButton");
    QCOMPARE(shown("doneHeadingLabel"), QStringLiteral("Sold"));
    QCOMPARE(sales().front().sale.guestList, QStringLiteral("Hankyoreh"));
    QCOMPARE(m_desk->count("tickets"), 2);
    QCOMPARE(m_desk->drawer(), 100'000);
}

void tst_BoxOffice::aGroupGetsOneTicket()
{
    auto* group = find<QCheckBox>("groupCheckBox");
    clickOffer("standing");
    QVERIFY(!group->isVisible()); // one person is no group
    for (int more = 0; more < 3; ++more)
        QTest::mouseClick(find<QToolButton>("line1MoreButton"), Qt::LeftButton);
    QVERIFY(group->isVisible() && !group->isChecked());
    group->setFocus();
    QTest::keyClick(group, Qt::Key_Space);
    QVERIFY(group->isChecked());
    QTest::keyClick(m_page.get(), Qt::Key_F9); // a button that is pressed by its key shows it for a moment
    QTRY_VERIFY(find<QLabel>("cashDueLabel")->isVisible());
    click("takeCashButton");
    QCOMPARE(shown("doneHeadingLabel"), QStringLiteral("Sold"));
    QCOMPARE(m_desk->count("tickets"), 4);
    QVERIFY(m_desk->reader().order(sales().front().sale.id)->isGroup);
    clickOffer("standing"); // the next customer is not asked to be a group
    QVERIFY(!group->isVisible() && !group->isChecked());
}

void tst_BoxOffice::reservedAndPaidLater()
{
    clickOffer("standing");
    type("buyerNameLineEdit", QStringLiteral("Han"));
    m_page->findChild<QMenu*>(QStringLiteral("otherPaymentMenu"))->actions().at(1)->trigger();
    settle();
    QCOMPARE(shown("doneHeadingLabel"), QStringLiteral("Reserved"));
    QCOMPARE(sales().front().sale.state, OrderState::AwaitingPayment);
    ui::OrdersPage orders(m_live->services, *m_theme);
    orders.resize(1280, 800);
    orders.show();
    settle();
    orders.showOrder(sales().front().sale.label);
    QTRY_VERIFY(orders.findChild<QPushButton*>(QStringLiteral("orderCashButton"))->isVisible());
    QTest::mouseClick(orders.findChild<QPushButton*>(QStringLiteral("orderCashButton")), Qt::LeftButton);
    settle();
    QCOMPARE(sales().front().sale.state, OrderState::Paid);
    QCOMPARE(m_desk->drawer(), 160'000);
    QVERIFY(!orders.findChild<QPushButton*>(QStringLiteral("orderCashButton"))->isVisible());
}

void tst_BoxOffice::aNewShowIsPutOnSale()
{
    click("newOfferButton");
    auto* performance = find<QComboBox>("offerPerformanceComboBox");
    performance->setFocus();
    QTest::keyClick(performance, Qt::Key_End); // a new one
    settle();
    type("offerNewTitleLineEdit", QStringLiteral("Second night"));
    type("offerStartLineEdit", QStringLiteral("tomorrow"));
    type("offerTitleLineEdit", QStringLiteral("Early bird"));
    type("offerPriceLineEdit", QStringLiteral("1.5"));
    QVERIFY(!find<QPushButton>("offerConfirmButton")->isEnabled());
    QVERIFY(find<QLabel>("offerFaultLabel")->isVisible());
    type("offerStartLineEdit", QStringLiteral("2026-12-25 19:00"));
    type("offerPriceLineEdit", QStringLiteral("45,000"));
    type("offerLimitLineEdit", QStringLiteral("1"));
    click("offerConfirmButton");
    clickOffer("Early bird");
    clickOffer("Early bird"); // a second one is more than there are
    click("cashButton");
    click("takeCashButton");
    QVERIFY(find<QLabel>("saleFaultLabel")->isVisible());
    QVERIFY(shown("saleFaultLabel").contains(QStringLiteral("only 1 left")));
    click("line1LessButton");
    click("cashButton");
    click("takeCashButton");
    QCOMPARE(shown("doneHeadingLabel"), QStringLiteral("Sold"));
    QCOMPARE(m_desk->drawer(), 145'000);
}

void tst_BoxOffice::oneLineIsRefunded()
{
    (void)m_desk->sellForCash("balcony", 3);
    ui::OrdersPage orders(m_live->services, *m_theme);
    orders.resize(1280, 800);
    orders.show();
    settle();
    auto* table = orders.findChild<QTableView*>(QStringLiteral("ordersTableView"));
    const QAbstractItemModelTester pages(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    table->selectRow(0);
    settle();
    auto* lines = orders.findChild<QTableView*>(QStringLiteral("orderLinesTableView"));
    const QAbstractItemModelTester tester(lines->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    lines->setFocus();
    lines->setCurrentIndex(lines->model()->index(1, 0));
    QTest::keyClick(lines, Qt::Key_Space);
    settle();
    auto* refund = orders.findChild<QPushButton*>(QStringLiteral("orderRefundButton"));
    QCOMPARE(refund->text(), QStringLiteral("Refund the ticked lines…"));
    QTest::mouseClick(refund, Qt::LeftButton);
    settle();
    type("refundField1LineEdit", QStringLiteral("ill"));
    click("refundConfirmButton");
    const domain::Sale sale = m_desk->sale(sales().front().sale.label.toLatin1());
    QCOMPARE(sale.lines[1].state, domain::LineState::Refunded);
    QCOMPARE(sale.lines[0].state, domain::LineState::Standing);
    QCOMPARE(m_desk->drawer(), 100'000 + 99'990 - 33'340);
}

void tst_BoxOffice::ticketsAreSavedAndTheSecondTimeIsTold()
{
    clickOffer("standing");
    click("cashButton");
    click("takeCashButton");
    click("showTicketsButton");
    QCOMPARE(shown("paperPageLabel"), QStringLiteral("1 of 2"));
    click("paperAfterButton");
    QCOMPARE(shown("paperPageLabel"), QStringLiteral("2 of 2"));
    QVERIFY(!find<QLabel>("paperAnswerLabel")->isVisible());
    QTemporaryDir folder;
    auto* dialog = m_page->findChild<ui::PaperDialog*>();
    dialog->savePdf(folder.filePath(QStringLiteral("t.pdf")));
    settle();
    QVERIFY(shown("paperAnswerLabel").startsWith(QStringLiteral("Saved")));
    QVERIFY(QFileInfo(folder.filePath(QStringLiteral("t.pdf"))).size() > 5'000);
    dialog->savePdf(QStringLiteral("/nowhere/at/all/t.pdf"));
    QVERIFY(shown("paperAnswerLabel").contains(QStringLiteral("could not be written")));
    click("paperCloseButton");
    click("showTicketsButton");
    QVERIFY(shown("paperAnswerLabel").startsWith(QStringLiteral("These tickets were printed before")));
    QCOMPARE(find<QPushButton>("paperPrintButton")->text(), QStringLiteral("Print again…"));
    click("paperCloseButton");
    m_live->papers.fails = domain::error(domain::ErrorCode::MissingKey, domain::message("cli.key_elsewhere"));
    click("showTicketsButton");
    QVERIFY(shown("paperAnswerLabel").startsWith(QStringLiteral("No private signing key")));
    QVERIFY(!find<QPushButton>("paperPrintButton")->isEnabled());
    click("paperCloseButton");
}

void tst_BoxOffice::aShowFallsThrough()
{
    for (int i = 0; i < 3; ++i)
        (void)m_desk->pay(m_desk->place("standing", 2), i == 1 ? R"({"kind":"card","payment_method":"sim-refund-bounces"})" : R"({"kind":"card"})");
    QCOMPARE(m_desk->work().succeeded, 3);
    ui::OrdersPage orders(m_live->services, *m_theme);
    orders.resize(1280, 800);
    orders.show();
    settle();
    QTest::mouseClick(orders.findChild<QPushButton*>(QStringLiteral("massRefundButton")), Qt::LeftButton);
    settle();
    QVERIFY(shown("massRefundTextLabel").startsWith(QStringLiteral("Orders: 3 · tickets: 6 · ₩360,000")));
    QVERIFY(!find<QPushButton>("massRefundConfirmButton")->isEnabled()); // the buyers are told why
    type("massRefundReasonLineEdit", QStringLiteral("storm"));
    (void)m_desk->sellForCash("standing"); // somebody sells one more meanwhile
    click("massRefundConfirmButton");
    QVERIFY(shown("massRefundFaultLabel").startsWith(QStringLiteral("Something changed")));
    QVERIFY(shown("massRefundTextLabel").startsWith(QStringLiteral("Orders: 4 ·")));
    click("massRefundConfirmButton");
    QVERIFY(commands::runDueWork(*m_desk->executor, m_desk->owner, SalesDesk::now).ok());
    QCOMPARE(m_desk->work().failed, 1);
    auto* results = find<QTableView>("massRefundTableView");
    QTRY_COMPARE(results->model()->rowCount(), 4);
    const auto count = [&](const char* words) {
        int found = 0;
        for (int row = 0; row < results->model()->rowCount(); ++row)
            found += results->model()->index(row, 3).data().toString() == QLatin1String(words);
        return found;
    };
    QTRY_COMPARE(count("refunded"), 2);
    QCOMPARE(count("to be paid by hand: see Home"), 2); // the one that bounced, and the cash
    click("massRefundCloseButton");
}

void tst_BoxOffice::ordersAreFound()
{
    for (int i = 0; i < 450; ++i)
        QVERIFY(!m_desk->place("standing", 1, "\"buyer_name\":\"Buyer " + QByteArray::number(i) + "\",\"complimentary\":\"test\"").isEmpty());
    ui::OrdersPage orders(m_live->services, *m_theme);
    orders.resize(1280, 800);
    orders.show();
    settle();
    auto* table = orders.findChild<QTableView*>(QStringLiteral("ordersTableView"));
    QVERIFY(table->model()->rowCount() < 450);
    // What is saved is everything, not what happens to be fetched.
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("orders.csv"));
    orders.findChild<ui::DataTable*>()->saveCsv(path);
    QTRY_COMPARE(support::TestDesk::contents(path).count('\n'), 451);
    orders.reload();
    settle();
    table->setFocus();
    for (int turn = 0; turn < 5; ++turn) { // scrolling fetches more
        QTest::keyClick(table, Qt::Key_End, Qt::ControlModifier);
        settle();
    }
    QCOMPARE(table->model()->rowCount(), 450);
    auto* search = orders.findChild<QLineEdit*>(QStringLiteral("ordersSearchLineEdit"));
    QTest::keyClicks(search, QStringLiteral("buyer 17"));
    QTRY_COMPARE(table->model()->rowCount(), 11); // 17 and 170 to 179
    search->clear();
    QTest::keyClicks(search, QStringLiteral("nobody"));
    QTRY_COMPARE(table->model()->rowCount(), 0);
    QVERIFY(orders.findChild<QLabel*>(QStringLiteral("ordersEmptyLabel"))->text().startsWith(QStringLiteral("No order fits")));
}

void tst_BoxOffice::theDrawerIsCountedBlind()
{
    (void)m_desk->sellForCash("standing");
    m_page->reload();
    settle();
    click("drawerButton");
    QVERIFY(!find<QLabel>("drawerAnswerLabel")->isVisible());
    type("drawerAmountLineEdit", QStringLiteral("159000"));
    type("drawerLeftLineEdit", QStringLiteral("100000"));
    click("drawerConfirmButton");
    QCOMPARE(shown("drawerAnswerLabel"), QStringLiteral("₩1,000 is short. It is booked as a difference."));
    click("drawerCloseButton");
    QVERIFY(shown("drawerStateLabel").startsWith(QStringLiteral("The drawer is closed")));
    QCOMPARE(m_desk->drawer(), 100'000);
}

QTEST_MAIN(tst_BoxOffice)
#include "tst_boxoffice.moc"
